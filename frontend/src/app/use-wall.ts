import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../api/accounts';

/** Pages that show nothing of the directory. */
const BEFORE_THE_WALL = ['/sign-in', '/invitation', '/confirm', '/about', '/permissions', '/s'];
/** So are ☆ sheets: their code is the right to them. */
const isOutside = (pathname: string) => BEFORE_THE_WALL.includes(pathname) || pathname.startsWith('/s/');

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
  const outside = isOutside(pathname);
  const left = outside && isOutside(standing);
  const turnAway = closed && !outside;

  useEffect(() => {
    if (!turnAway) return;
    const next = pathname + searchStr + (hash ? `#${hash}` : '');
    void navigate({ to: '/sign-in', search: next === '/' ? {} : { next }, replace: true });
  }, [turnAway, pathname, searchStr, hash, navigate]);

  if (turnAway || (!left && (closed || session.isPending))) return 'unknown';
  return closed || session.isPending ? 'closed' : 'open';
}
