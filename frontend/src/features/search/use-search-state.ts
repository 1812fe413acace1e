import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { EMPTY, parse, toParams, type SearchState } from '../../lib/search-state';

export type Update = (patch: Partial<SearchState>, options?: { replace?: boolean }) => void;

/** The view as the address states it, and the one way to change it. */
export function useSearchState(): { state: SearchState; update: Update; reset: () => void } {
  const search = useSearch({ from: '/search' });
  const navigate = useNavigate({ from: '/search' });
  const state = useMemo(() => parse(search), [search]);
  const latest = useRef(state);
  latest.current = state;

  const update = useCallback<Update>(
    (patch, options) => {
      const next = { ...latest.current, ...patch };
      // Two changes in one moment must not undo each other.
      latest.current = next;
      void navigate({ to: '/search', search: toParams(next), replace: options?.replace ?? false, resetScroll: false });
    },
    [navigate],
  );
  const reset = useCallback(() => {
    update({ ...EMPTY, view: latest.current.view });
  }, [update]);
  return { state, update, reset };
}
