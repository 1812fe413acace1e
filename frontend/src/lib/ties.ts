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
