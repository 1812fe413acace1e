import type { NetworkNode, Range } from '../../api/network';
import { SYSTEMS } from '../../lib/systems';

/** Figures in the columns of the table. */
export const FIGURES = ['degree', 'cross_system', 'betweenness', 'sole_intermediary', 'articulation', 'core', 'constraint'] as const;
export type Column = 'name' | 'system' | 'place' | 'answered' | (typeof FIGURES)[number];

/** What a figure is sorted by: what is certain, then what may be. Without meaning last. */
const weight = (range: Range | undefined): [number, number] => [range?.mutual ?? -1, range?.either ?? -1];

/** Offices in the order of a column; ties in it by name. */
export function sorted(nodes: readonly NetworkNode[], column: Column, down: boolean, place: (node: NetworkNode) => string): NetworkNode[] {
  const turn = down ? -1 : 1;
  const compare = (one: NetworkNode, other: NetworkNode): number => {
    switch (column) {
      case 'name': return one.name.localeCompare(other.name, 'ja');
      case 'system': return at(one) - at(other);
      case 'place': return place(one).localeCompare(place(other), 'ja');
      case 'answered': return Number(one.answered) - Number(other.answered);
      default: {
        const [a, b] = [weight(one.figures?.[column]), weight(other.figures?.[column])];
        return a[0] - b[0] || a[1] - b[1];
      }
    }
  };
  return [...nodes].sort((one, other) => turn * compare(one, other) || one.name.localeCompare(other.name, 'ja'));
}

const at = ({ system }: NetworkNode) => (SYSTEMS as readonly string[]).indexOf(system);
