import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../api/accounts';

/** Pages that show nothing of the directory. */
const BEFORE_THE_WALL = ['/sign-in', '/invitation', '/about', '/permissions'];

/**
 * The sign-in wall of an installation that shows visitors nothing: whoever is not signed in is led to the door, and from
 * there back. It only spares people a page of refusals: the server itself gives them nothing.
 */
export function useWall(): 'open' | 'closed' | 'unknown' {
  const session = useQuery(sessionQuery);
  const { pathname, searchStr, hash } = useLocation();
  const navigate = useNavigate();
  const closed = session.data !== undefined && !session.data.signed && !session.data.directory_is_public;
  const outside = BEFORE_THE_WALL.includes(pathname);
  const turnAway = closed && !outside;

  useEffect(() => {
    if (!turnAway) return;
    const next = pathname + searchStr + (hash ? `#${hash}` : '');
    void navigate({ to: '/sign-in', search: next === '/' ? {} : { next }, replace: true });
  }, [turnAway, pathname, searchStr, hash, navigate]);

  if (turnAway || (session.isPending && !outside)) return 'unknown';
  return closed || session.isPending ? 'closed' : 'open';
}
