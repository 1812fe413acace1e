import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';

/** Changes the view: what is given, the rest stays. With `replace` the way back leads past it. */
export type Update<S> = (patch: Partial<S>, options?: { replace?: boolean }) => void;

/** The view of a page as its address states it, and the one way to change it. */
export function useAddressState<S>(
  to: '/gaps' | '/gaps/council' | '/gaps/what-if' | '/network' | '/search',
  parse: (search: Record<string, unknown>) => S,
  toParams: (state: S) => Record<string, string>,
): { state: S; update: Update<S> } {
  const search: Record<string, unknown> = useSearch({ from: to });
  const navigate = useNavigate({ from: to });
  const state = useMemo(() => parse(search), [parse, search]);
  const latest = useRef(state);
  latest.current = state;
  const update = useCallback<Update<S>>(
    (patch, options) => {
      const next = { ...latest.current, ...patch };
      // Two changes in one moment must not undo each other.
      latest.current = next;
      void navigate({ to, search: toParams(next) as never, replace: options?.replace ?? false, resetScroll: false });
    },
    [navigate, to, toParams],
  );
  return { state, update };
}
