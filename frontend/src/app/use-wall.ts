import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../api/accounts';

/** Pages that show nothing of the directory. */
const BEFORE_THE_WALL = ['/sign-in', '/invitation', '/confirm', '/about', '/permissions'];

/**
 * The sign-in wall of an installation that shows visitors nothing: whoever is not signed in is led to the door, and from
 * there back. It only spares people a page of refusals: the server itself gives them nothing.
 */
export function useWall(): 'open' | 'closed' | 'unknown' {
  const session = useQuery(sessionQuery);
  const { pathname, searchStr, hash } = useLocation();
  const navigate = useNavigate();
  const closed = session.data !== undefined && !session.data.signed && !session.data.directory_is_public;
  // On the way to the door the page behind the wall is still the one that stands.
  const standing = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname });
  const outside = BEFORE_THE_WALL.includes(pathname);
  const left = outside && BEFORE_THE_WALL.includes(standing);
  const turnAway = closed && !outside;

  useEffect(() => {
    if (!turnAway) return;
    const next = pathname + searchStr + (hash ? `#${hash}` : '');
    void navigate({ to: '/sign-in', search: next === '/' ? {} : { next }, replace: true });
  }, [turnAway, pathname, searchStr, hash, navigate]);

  if (turnAway || (!left && (closed || session.isPending))) return 'unknown';
  return closed || session.isPending ? 'closed' : 'open';
}
