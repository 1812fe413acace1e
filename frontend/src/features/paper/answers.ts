import type { Agency, PaperAnswer, PaperRow, PaperSheet } from '../../api/surveys';
import type { Line } from '../../lib/paper';
import { PLAIN, type Asked, type Star } from '../../lib/star';

/** ☆ by office. */
export type Stars = ReadonlyMap<string, Star>;
export type Rows = NonNullable<PaperAnswer['rows']>;

export const askedOf = (sheet: PaperSheet): Asked => ({
  kinds: sheet.ask_kinds, closeness: sheet.ask_closeness, frequency: sheet.ask_frequency,
});

/** Rows under their numbers on paper. */
export const numbered = (rows: readonly PaperRow[]): Map<number, PaperRow> =>
  new Map(rows.flatMap((row) => (row.number == null ? [] : [[row.number, row] as const])));

export const starsOf = (rows: readonly PaperRow[]): Stars =>
  new Map(rows.flatMap((row) => (row.star ? [[row.office, starOf(row.star)] as const] : [])));

/** What a line changes. A number alone keeps what was told of its ☆ before. */
export function changesOf(line: Line, rows: ReadonlyMap<number, PaperRow>, stars: Stars): Rows {
  if (line.kind !== 'set' && line.kind !== 'drop') return [];
  return line.rows.flatMap((number) => {
    const office = rows.get(number)?.office;
    if (!office) return [];
    return [{ office, star: line.kind === 'drop' ? null : line.details ?? stars.get(office) ?? PLAIN }];
  });
}

/** The ☆ with every part, as the page holds it. */
export const starOf = ({ kinds = [], closeness = null, frequency = null }: NonNullable<PaperRow['star']>): Star => ({ kinds, closeness, frequency });

export function applied(stars: Stars, changes: Rows): Stars {
  const next = new Map(stars);
  for (const { office, star } of changes) {
    if (star) next.set(office, starOf(star));
    else next.delete(office);
  }
  return next;
}

/** The whole sheet as it stands now, for the last save: a line whose save was lost on the way is in it. */
export const wholeOf = (before: Stars, now: Stars): Rows => [
  ...[...now].map(([office, star]) => ({ office, star })),
  ...[...before.keys()].filter((office) => !now.has(office)).map((office) => ({ office, star: null })),
];

export const isNamed = (agency: Agency): boolean => (agency.name ?? '').trim() !== '';
