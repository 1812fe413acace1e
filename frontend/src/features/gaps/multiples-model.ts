import type { ServiceFigures, SideBySide } from '../../api/types';
import { CLASSES } from '../../lib/classes';

export const ORDERS = ['taxonomy', 'thin'] as const;
export type Order = (typeof ORDERS)[number];

export interface Group {
  /** System of its services; nothing where they stand in one row. */
  system: string | null;
  services: ServiceFigures[];
}

interface Wish {
  order: Order;
  /** All services, not those in the foreground only. */
  all: boolean;
  moreIsBetter: boolean;
}

/** Services the files say nothing of: named below the maps, without a map of their own. */
export const unlisted = (answer: SideBySide, all: boolean): ServiceFigures[] =>
  answer.services.filter((service) => !service.is_listed && (all || service.key));

/** Services as they stand on the page: by system, or the thinnest first. */
export function groupsOf(answer: SideBySide, systems: readonly { code: string }[], { order, all, moreIsBetter }: Wish): Group[] {
  const shown = answer.services.filter((service) => service.is_listed && (all || service.key));
  if (order === 'thin') {
    const rank = new Map(shown.map((service) => [service.service, thickness(service, moreIsBetter)]));
    return [{ system: null, services: shown.toSorted((a, b) => (rank.get(a.service) ?? 0) - (rank.get(b.service) ?? 0)) }];
  }
  return systems
    .map(({ code }) => ({ system: code, services: shown.filter(({ service }) => service.startsWith(`${code}-`)) }))
    .filter(({ services }) => services.length > 0);
}

/**
 * How well the parts are provided, from 0 (nothing anywhere) to 5: the mean of their classes, the good end high. Counts have
 * no classes: there it is the share of parts with an office.
 */
export function thickness(service: ServiceFigures, moreIsBetter: boolean): number {
  const known = service.classes.filter((name) => name !== 'no_data');
  if (known.length === 0) return service.offices === 0 ? 0 : Infinity;
  if (!service.breaks) return (5 * (known.length - service.without)) / known.length;
  const good = (name: string) => {
    const at = CLASSES.findIndex((one) => one === name);
    // Zero kilometres is the best way there is, zero offices the worst supply.
    if (at < 0) return moreIsBetter ? 0 : 6;
    return moreIsBetter ? at + 1 : CLASSES.length - at;
  };
  return known.reduce((sum, name) => sum + good(name), 0) / known.length;
}

/** Parts that may have an office: those in which nobody was counted are left out. */
export const countedParts = (answer: SideBySide): number => answer.parts.filter((part) => !part.is_uncounted).length;

/** The largest count, which the largest circle stands for. */
export const largest = (services: readonly ServiceFigures[]): number =>
  Math.max(1, ...services.flatMap(({ values }) => values.map((value) => value ?? 0)));

/** Radius of the circle of a count: its surface goes with the count. */
export const radius = (value: number, most: number): number => (value <= 0 ? 0 : Math.max(2, 26 * Math.sqrt(value / most)));

/** The classes of the legend in multiples of the national level where each service has breaks of its own; else none. */
export function isByLevel(services: readonly ServiceFigures[]): boolean {
  const breaks = services.flatMap((service) => (service.breaks ? [service.breaks.join(' ')] : []));
  return new Set(breaks).size > 1;
}
