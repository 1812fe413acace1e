import { SYSTEMS } from './systems';

/** What a tie rests on, the surest first. */
export const EVIDENCE = ['mutual', 'one_sided', 'to_non_respondent'] as const;

interface Partner {
  system: string;
  evidence: string;
  name: string;
}

/** By system, in the order of the legends; in each the ties that are sure first. */
export function ordered<One extends Partner>(partners: readonly One[]): One[] {
  const at = (all: readonly string[], one: string) => all.indexOf(one);
  return [...partners].sort(
    (a, b) => at(SYSTEMS, a.system) - at(SYSTEMS, b.system) || at(EVIDENCE, a.evidence) - at(EVIDENCE, b.evidence) || a.name.localeCompare(b.name, 'ja'),
  );
}

interface Reported {
  office: string;
  name: string;
  evidence: string;
}

/** Partners of both offices by ties that both sides of each reported: who could introduce one to the other. */
export function introducers<P extends Reported>(theirs: readonly P[], mine: readonly Reported[]): P[] {
  const known = new Set(mine.filter(({ evidence }) => evidence === 'mutual').map(({ office }) => office));
  return theirs.filter(({ office, evidence }) => evidence === 'mutual' && known.has(office));
}
