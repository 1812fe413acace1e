import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';

export const SORTS = ['name', 'value', 'offices', 'population'] as const;
export type Sort = (typeof SORTS)[number];

/** The whole view of the page; the address holds all of it. Empty text is the server's own choice. */
export interface GapsState {
  service: string;
  measure: string;
  area: string;
  kind: string;
  age: string;
  sort: Sort;
  /** Falling; `null` is what the column is usually read by. */
  down: boolean | null;
  chosen: string;
}

/** Reads the address. What makes no sense is left out, never an error. */
export function parse(params: Record<string, unknown>): GapsState {
  const text = (key: string) => (params[key] === undefined ? '' : String(params[key]));
  return {
    service: text('service') || 'care-430',
    measure: text('measure') || 'offices_per_1000',
    area: text('area'),
    kind: text('kind'),
    age: text('age'),
    sort: SORTS.find((sort) => sort === text('sort')) ?? 'value',
    down: text('down') === '' ? null : text('down') === 'true',
    chosen: text('chosen'),
  };
}

/** What the API is asked; the address has the same names. */
export function question({ service, measure, area, kind, age }: GapsState): Record<string, string> {
  return compact({ service, measure, area, kind, age });
}

export function toParams(state: GapsState): Record<string, string> {
  return compact({
    ...question(state),
    sort: state.sort === 'value' ? '' : state.sort,
    down: state.down === null ? '' : String(state.down),
    chosen: state.chosen,
  });
}

function compact(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
}

export type Update = (patch: Partial<GapsState>, options?: { replace?: boolean }) => void;

/** The view as the address states it, and the one way to change it. */
export function useGapsState(): { state: GapsState; update: Update } {
  const search = useSearch({ from: '/gaps' });
  const navigate = useNavigate({ from: '/gaps' });
  const state = useMemo(() => parse(search), [search]);
  const latest = useRef(state);
  latest.current = state;
  const update = useCallback<Update>(
    (patch, options) => {
      const next = { ...latest.current, ...patch };
      latest.current = next;
      void navigate({ to: '/gaps', search: toParams(next), replace: options?.replace ?? false, resetScroll: false });
    },
    [navigate],
  );
  return { state, update };
}
