import { ORDERS, type Order } from './multiples-model';
import { useAddressState, type Update as UpdateOf } from '../../lib/use-address-state';

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
  /** `types`: all services side by side; else one. */
  view: '' | 'types';
  order: Order;
  /** All services side by side, not those in the foreground only. */
  all: boolean;
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
    view: text('view') === 'types' ? 'types' : '',
    order: ORDERS.find((order) => order === text('order')) ?? 'taxonomy',
    all: text('all') === 'true',
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
    view: state.view,
    order: state.order === 'taxonomy' ? '' : state.order,
    all: state.all ? 'true' : '',
  });
}

function compact(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
}

export type Update = UpdateOf<GapsState>;

export const useGapsState = () => useAddressState('/gaps', parse, toParams);
