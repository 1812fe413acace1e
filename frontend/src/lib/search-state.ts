import type { Bounds, LatLon } from './office';

export const SORTS = ['relevance', 'distance', 'name', 'updated'] as const;
export type Sort = (typeof SORTS)[number];
export const DAYS = ['weekday', 'saturday', 'sunday', 'holiday'] as const;
export const AVAILABILITY = ['accepting', 'consult'] as const;
/** Months within which an entry was checked. */
export const MONTHS = [3, 6, 12, 24] as const;
export const RADII_KM = [1, 2, 5, 10, 20] as const;

/** The whole view of the search page; the address holds all of it. */
export interface SearchState {
  q: string;
  near: LatLon | null;
  /** Metres. */
  radius: number | null;
  bbox: Bounds | null;
  area: string[];
  system: string[];
  service: string[];
  open: string[];
  both: boolean;
  kyosei: boolean;
  /** Codes of strengths. */
  strength: string[];
  availability: (typeof AVAILABILITY)[number] | null;
  /** Checked within so many months. */
  checked: number | null;
  sort: Sort | null;
  /** Id of the office chosen on the map or in the list. */
  selected: string | null;
  /** What a phone shows. */
  view: 'list' | 'map';
  /** Where the map stands: zoom, latitude, longitude. */
  map: [zoom: number, lat: number, lon: number] | null;
}

export type Params = Record<string, string>;

export const EMPTY: SearchState = {
  q: '', near: null, radius: null, bbox: null, area: [], system: [], service: [], open: [],
  both: false, kyosei: false, strength: [], availability: null, checked: null, sort: null, selected: null, view: 'list', map: null,
};

/** Reads the address. What makes no sense is left out, never an error: links get cut and mangled. */
export function parse(params: Record<string, unknown>): SearchState {
  const text = (key: string) => (params[key] === undefined ? '' : String(params[key]));
  const list = (key: string) => [...new Set(text(key).split(',').map((s) => s.trim()).filter(Boolean))];
  const near = numbers(text('near'), 2);
  const bbox = numbers(text('bbox'), 4);
  const map = numbers(text('map'), 3);
  const radius = Number(text('radius_m'));
  const checked = Number(text('checked_within'));
  const sort = SORTS.find((s) => s === text('sort')) ?? null;
  return {
    q: text('q').slice(0, 200),
    near: near && onEarth(near[0], near[1]) ? { lat: near[0] ?? 0, lon: near[1] ?? 0 } : null,
    radius: radius > 0 && radius <= 100_000 ? Math.round(radius) : null,
    bbox: bbox && isBox(bbox) ? (bbox as Bounds) : null,
    area: list('area'),
    system: list('system'),
    service: list('service'),
    open: list('open').filter((day) => (DAYS as readonly string[]).includes(day)),
    both: text('both_systems') === 'true',
    kyosei: text('kyosei') === 'true',
    strength: list('strength'),
    availability: AVAILABILITY.find((one) => one === text('availability')) ?? null,
    checked: Number.isInteger(checked) && checked >= 1 && checked <= 120 ? checked : null,
    sort,
    selected: text('sel') || null,
    view: text('view') === 'map' ? 'map' : 'list',
    map: map && onEarth(map[1], map[2]) ? (map as [number, number, number]) : null,
  };
}

/** What the API filters by; the names are those of `GET /offices`. */
export function filterParams(state: SearchState): Params {
  return compact({
    q: state.q.trim(),
    near: state.near ? `${round(state.near.lat, 5)},${round(state.near.lon, 5)}` : '',
    radius_m: state.near && state.radius ? String(state.radius) : '',
    bbox: state.bbox ? state.bbox.map((n) => round(n, 5)).join(',') : '',
    area: state.area.join(','),
    system: state.system.join(','),
    service: state.service.join(','),
    open: state.open.join(','),
    both_systems: state.both ? 'true' : '',
    kyosei: state.kyosei ? 'true' : '',
    strength: state.strength.join(','),
    availability: state.availability ?? '',
    checked_within: state.checked ? String(state.checked) : '',
  });
}

/** The list's request: filters and order. */
export function listParams(state: SearchState): Params {
  return { ...filterParams(state), ...compact({ sort: state.sort ?? '' }) };
}

/** The tiles' filters: place and order of the list do not matter to a map, its circle does. */
export function tileParams(state: SearchState): Params {
  const { bbox: _box, ...params } = filterParams(state);
  if (!params.radius_m) delete params.near;
  return params;
}

/** Writes the address. Reading it back gives the same state. */
export function toParams(state: SearchState): Params {
  return {
    ...listParams(state),
    ...compact({
      sel: state.selected ?? '',
      view: state.view === 'map' ? 'map' : '',
      map: state.map ? [round(state.map[0], 2), round(state.map[1], 5), round(state.map[2], 5)].join(',') : '',
    }),
  };
}

/** How many filters beside the words are active. */
export function activeCount(state: SearchState): number {
  return (
    state.area.length + state.system.length + state.service.length + state.open.length +
    state.strength.length + Number(state.availability !== null) + Number(state.checked !== null) +
    Number(state.both) + Number(state.kyosei) + Number(state.near !== null) + Number(state.bbox !== null)
  );
}

export function toggle(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

function compact(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
}

function numbers(text: string, wanted: number): number[] | null {
  const parts = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  return parts.length === wanted && parts.every(Number.isFinite) ? parts : null;
}

function onEarth(lat = NaN, lon = NaN): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function isBox([west = NaN, south = NaN, east = NaN, north = NaN]: number[]): boolean {
  return onEarth(south, west) && onEarth(north, east) && west < east && south < north;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
