import type { GuideTerms } from '../../api/guide';

type Condition = GuideTerms['conditions'][number];

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s|号/g, '');

/** The condition of a name, abbreviation or number of 指定難病; the only one that begins so, where none is exact. */
export function find(conditions: Condition[], typed: string): Condition | null {
  const wanted = fold(typed);
  if (wanted === '') return null;
  const words = (one: Condition) => [one.code, one.ja, one.en, ...one.words, ...(one.rare ? [String(one.rare), `指定難病${one.rare}`] : [])].map(fold);
  const exact = conditions.find((one) => words(one).includes(wanted));
  if (exact) return exact;
  const like = conditions.filter((one) => words(one).some((word) => word.startsWith(wanted)));
  return like.length === 1 ? (like[0] ?? null) : null;
}
