import { useAddressState, type Update as UpdateOf } from '../../lib/use-address-state';

export const VIEWS = ['graph', 'map', 'matrix', 'list'] as const;
export const COLORS = ['system', 'community', 'type'] as const;
export const SIZES = ['degree', 'cross_system', 'betweenness', 'sole_intermediary', 'core', 'equal'] as const;
export const BASES = ['mutual', 'either'] as const;
export const LINE_MODES = ['evidence', 'closeness'] as const;
export const LAYERS = ['ties', 'links', 'forums'] as const;
export const DIMENSIONS = ['type', 'system', 'place'] as const;
export const LISTS = ['offices', 'ties'] as const;

export type View = (typeof VIEWS)[number];
export type ColorBy = (typeof COLORS)[number];
export type SizeBy = (typeof SIZES)[number];
export type Basis = (typeof BASES)[number];
export type LineMode = (typeof LINE_MODES)[number];
export type Layer = (typeof LAYERS)[number];
export type Dimension = (typeof DIMENSIONS)[number];
export type List = (typeof LISTS)[number];

/** The whole view; the address holds all of it. */
export interface NetworkState {
  area: string;
  /** Empty: today. */
  wave: string;
  since: string;
  /** `null`: what suits whoever looks. */
  view: View | null;
  /** The office chosen in all views. */
  office: string;
  /** In the middle, with what is one or two steps around it; `null` is the own office, empty none. */
  ego: string | null;
  steps: 1 | 2;
  color: ColorBy;
  size: SizeBy;
  basis: Basis;
  line: LineMode;
  layers: Layer[];
  systems: string[];
  types: string[];
  places: string[];
  evidence: string[];
  kinds: string[];
  answered: '' | 'yes' | 'no';
  core: number;
  largest: boolean;
  from: string;
  to: string;
  /** Corners in units of the drawing. */
  lasso: number[];
  /** Offices put in or taken out one by one: what the ring says of them is turned round. */
  gathered: string[];
  rows: Dimension;
  columns: Dimension;
  /** `row|column` of the matrix. */
  cell: string;
  list: List;
  sort: string;
  down: boolean;
}

const of = <T extends string>(known: readonly T[], value: string, otherwise: T): T => known.find((one) => one === value) ?? otherwise;

/** Reads the address. What makes no sense is left out, never an error. */
export function parse(params: Record<string, unknown>): NetworkState {
  const text = (key: string) => (params[key] === undefined ? '' : String(params[key]));
  const list = (key: string) => text(key).split(',').filter(Boolean);
  const layers = LAYERS.filter((layer) => list('layers').includes(layer));
  return {
    area: text('area'), wave: text('wave'), since: text('since'),
    view: VIEWS.find((view) => view === text('view')) ?? null,
    office: text('office'),
    ego: text('ego') === '' ? null : text('ego') === 'none' ? '' : text('ego'),
    steps: text('steps') === '2' ? 2 : 1,
    color: of(COLORS, text('color'), 'system'), size: of(SIZES, text('size'), 'degree'), basis: of(BASES, text('basis'), 'mutual'),
    line: of(LINE_MODES, text('line'), 'evidence'),
    layers: layers.length > 0 ? layers : ['ties'],
    systems: list('systems'), types: list('types'), places: list('places'), evidence: list('evidence'), kinds: list('kinds'),
    answered: of(['', 'yes', 'no'] as const, text('answered'), ''),
    core: Math.max(0, Math.min(99, Math.trunc(Number(text('core'))) || 0)), largest: text('largest') === '1',
    from: text('from'), to: text('to'),
    lasso: corners(list('lasso')), gathered: list('gathered'),
    rows: of(DIMENSIONS, text('rows'), 'type'), columns: of(DIMENSIONS, text('columns'), 'type'), cell: text('cell'),
    list: of(LISTS, text('list'), 'offices'), sort: text('sort'), down: text('down') !== '0',
  };
}

/** Pairs of numbers; an odd or short row is no ring. */
function corners(texts: string[]): number[] {
  const numbers = texts.map(Number);
  return numbers.length >= 6 && numbers.length % 2 === 0 && numbers.every(Number.isFinite) ? numbers : [];
}

export function toParams(state: NetworkState): Record<string, string> {
  const usual = parse({});
  const entries = (Object.keys(usual) as (keyof NetworkState)[]).map((key) => [key, written(state[key]), written(usual[key])] as const);
  return Object.fromEntries(entries.filter(([, value, common]) => value !== common).map(([key, value]) => [key, value || (key === 'ego' ? 'none' : '')]));
}

function written(value: NetworkState[keyof NetworkState]): string {
  if (value === null) return '\u0000';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** Puts an office into the gathered list, or takes it out. */
export function turned(gathered: string[], id: string): string[] {
  return gathered.includes(id) ? gathered.filter((one) => one !== id) : [...gathered, id];
}

export type Update = UpdateOf<NetworkState>;

export const useNetworkState = () => useAddressState('/network', parse, toParams);
