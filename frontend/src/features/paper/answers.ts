import type { Agency, PaperAnswer, PaperRow, PaperSheet, Star } from '../../api/surveys';
import { BANDS, type Asked, type Details, type Line } from '../../lib/paper';

/** ☆ by office. */
export type Stars = ReadonlyMap<string, Star>;
export type Rows = NonNullable<PaperAnswer['rows']>;

export const NOTHING: Star = { kinds: [], closeness: null, frequency: null };

export const askedOf = (sheet: PaperSheet): Asked => ({
  kinds: sheet.ask_kinds, closeness: sheet.ask_closeness, frequency: sheet.ask_frequency,
});

/** Rows under their numbers on paper. */
export const numbered = (rows: readonly PaperRow[]): Map<number, PaperRow> =>
  new Map(rows.flatMap((row) => (row.number == null ? [] : [[row.number, row] as const])));

export const starsOf = (rows: readonly PaperRow[]): Stars =>
  new Map(rows.flatMap((row) => (row.star ? [[row.office, row.star] as const] : [])));

/** What a line changes. A number alone keeps what was told of its ☆ before. */
export function changesOf(line: Line, rows: ReadonlyMap<number, PaperRow>, stars: Stars): Rows {
  if (line.kind !== 'set' && line.kind !== 'drop') return [];
  return line.rows.flatMap((number) => {
    const office = rows.get(number)?.office;
    if (!office) return [];
    return [{ office, star: line.kind === 'drop' ? null : starOf(line.details) ?? stars.get(office) ?? NOTHING }];
  });
}

export const starOf = (details: Details | null): Star | null =>
  details && { kinds: [...details.kinds], closeness: details.closeness, frequency: details.frequency };

export function applied(stars: Stars, changes: Rows): Stars {
  const next = new Map(stars);
  for (const { office, star } of changes) {
    if (star) next.set(office, star);
    else next.delete(office);
  }
  return next;
}

/** The whole sheet as it stands now, for the last save: a line whose save was lost on the way is in it. */
export const wholeOf = (before: Stars, now: Stars): Rows => [
  ...[...now].map(([office, star]) => ({ office, star })),
  ...[...before.keys()].filter((office) => !now.has(office)).map((office) => ({ office, star: null })),
];

/** The letter of a frequency band. */
export const letterOf = (band: string | null | undefined): string | undefined =>
  Object.entries(BANDS).find(([, code]) => code === band)?.[0];

export const isNamed = (agency: Agency): boolean => (agency.name ?? '').trim() !== '';
