import type { CoverageRow, CoverageTable } from '../../api/types';
import { CLASSES } from '../../lib/classes';
import type { Sort } from './gaps-state';

const DIGITS: Record<string, number> = { offices: 0, offices_per_1000: 2, places_per_1000: 1, km: 1, share: 0 };

/** A figure without its unit: shares in per cent, rates with as many digits as can be told apart. */
export function figure(value: number, unit: string, lang: string): string {
  if (value === 0) return '0';
  const digits = DIGITS[unit] ?? 2;
  const shown = unit === 'share' ? value * 100 : value;
  // A rare service has rates below a hundredth: two digits that count are shown then.
  const small = digits === 2 && shown > 0 && shown < 0.1;
  const options = small ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'ja-JP', options).format(shown);
}

/** A share in per cent to a tenth. */
export function tenths(share: number, lang: string): string {
  const options = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'ja-JP', options).format(share * 100);
}

/** From … to … of each class; open at both ends. */
export function ranges(breaks: readonly number[]): { class: string; from: number | null; to: number | null }[] {
  return CLASSES.map((name, at) => ({ class: name, from: at === 0 ? null : (breaks[at - 1] ?? null), to: breaks[at] ?? null }));
}

/** Rows in the wanted order; those without a figure always last. */
export function sorted(rows: CoverageRow[], sort: Sort, down: boolean, lang: string): CoverageRow[] {
  const collator = new Intl.Collator(lang === 'en' ? 'en' : 'ja');
  const key = (row: CoverageRow) => (sort === 'value' ? row.value : sort === 'offices' ? row.offices : row.population);
  const sign = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (sort === 'name') return sign * collator.compare(a.code, b.code);
    const [x, y] = [key(a) ?? null, key(b) ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y) || collator.compare(a.code, b.code);
  });
}

/** Rows by class, for the sentence above the map. */
export function tally(table: CoverageTable): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of table.items) counts[row.class] = (counts[row.class] ?? 0) + 1;
  return counts;
}

/** Whether the people of a row were reckoned, not counted for it. */
export const isEstimate = (row: CoverageRow): boolean => row.basis === 'cut' || row.basis === 'spread';
