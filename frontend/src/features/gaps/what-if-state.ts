import type { WhatIf, WhatIfFigures } from '../../api/gaps';

export const ACTS = ['place', 'close', 'new', 'tie'] as const;
export type Act = (typeof ACTS)[number];

/** What the page reckons with; the address holds all of it. */
export interface WhatIfState {
  area: string;
  service: string;
  act: Act;
  /** Where an office is put: `lat,lon`. */
  at: string;
  /** Places of that office. */
  capacity: string;
  /** The office that closes. */
  office: string;
  /** How many new places are looked for. */
  count: string;
  /** Ids of the offices brought together: every two of them become tied. */
  guests: string[];
}

/** Most offices brought together. */
export const MOST_GUESTS = 10;

export function parseWhatIf(params: Record<string, unknown>): WhatIfState {
  const text = (key: string) => (params[key] === undefined ? '' : String(params[key]));
  return {
    area: text('area'),
    service: text('service') || 'care-430',
    act: ACTS.find((act) => act === text('act')) ?? 'place',
    at: text('at'),
    capacity: text('capacity'),
    office: text('office'),
    count: ['1', '2', '3', '4', '5'].includes(text('count')) ? text('count') : '3',
    guests: [...new Set(text('guests').split(',').filter(Boolean))].slice(0, MOST_GUESTS),
  };
}

export function whatIfParams(state: WhatIfState): Record<string, string> {
  const { act, count, guests } = state;
  const all = { ...state, count: act === 'new' && count !== '3' ? count : '', guests: act === 'tie' ? guests.join(',') : '' };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** What the API is asked for supply and reach; nothing until enough is chosen. */
export function changeOf({ area, service, act, at, capacity, office }: WhatIfState): { area: string; service: string; close?: string; place?: string } | null {
  if (area === '') return null;
  if (act === 'place' && at !== '') return { area, service, place: /^[1-9]\d*$/.test(capacity) ? `${at},${capacity}` : at };
  if (act === 'close' && office !== '') return { area, service, close: office };
  return null;
}

/** The same for ties. */
export function tieChangeOf({ area, act, office, guests }: WhatIfState): { area: string; close?: string; meeting?: string } | null {
  if (area === '') return null;
  if (act === 'close' && office !== '') return { area, close: office };
  if (act === 'tie' && guests.length > 1) return { area, meeting: guests.join(',') };
  return null;
}

/** A column of before and after; `better` says which way is an improvement. */
export interface Column {
  key: keyof WhatIfFigures;
  unit: string;
  better: 'more' | 'less';
}

const COLUMNS: readonly Column[] = [
  { key: 'offices', unit: 'offices', better: 'more' },
  { key: 'per_1000', unit: 'offices_per_1000', better: 'more' },
  { key: 'places_per_1000', unit: 'places_per_1000', better: 'more' },
  { key: 'nearest_km', unit: 'km', better: 'less' },
  { key: 'far_share', unit: 'share', better: 'less' },
  { key: 'enhanced', unit: 'offices_per_1000', better: 'more' },
];

/** The columns to show: places only where some office states them. */
export function columnsOf({ rows }: WhatIf): readonly Column[] {
  const states = rows.some(({ before, after }) => before.stating + after.stating > 0);
  return COLUMNS.filter(({ key }) => key !== 'places_per_1000' || states);
}

/** Whether a figure would be shown otherwise; a difference nobody could read is none. */
export function changed(before: number | null | undefined, after: number | null | undefined, write: (value: number) => string): boolean {
  if (typeof before !== 'number' || typeof after !== 'number') return typeof before !== typeof after;
  return write(before) !== write(after);
}

/** Which way a figure goes. Without any office there is no way to one, which is worst; a rate nobody knew is neither. */
export function turn(before: number | null | undefined, after: number | null | undefined, better: Column['better']): 'good' | 'bad' | null {
  const known = typeof before === 'number' && typeof after === 'number';
  if (!known && better === 'more') return null;
  const rises = (after ?? Infinity) > (before ?? Infinity);
  return rises === (better === 'more') ? 'good' : 'bad';
}

/** People who become far (above zero) or near (below), rounded; nothing where people or shares are unknown. */
export function peopleFar({ population, before, after }: WhatIf['rows'][number]): number | null {
  if (typeof population !== 'number' || typeof before.far_share !== 'number' || typeof after.far_share !== 'number') return null;
  return Math.round((after.far_share - before.far_share) * population);
}
