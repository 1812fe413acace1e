/** An answer of `GET /network` as large as a region, with the words and figures of a real one. */
import { randomUUID } from 'node:crypto';

export function answerOf(pattern, { nodes, ties }) {
  const bySystem = new Map();
  for (const node of pattern.nodes) bySystem.set(node.system, [...(bySystem.get(node.system) ?? []), node]);
  const like = (system, at) => {
    const known = bySystem.get(system) ?? pattern.nodes;
    return known[at % known.length];
  };
  return {
    ...pattern,
    own: [], links: [], forums: [], hidden: [], change: null,
    nodes: nodes.map(([x, y, system], at) => ({ ...like(system, at), id: randomUUID(), inside: true, x, y })),
    ties: ties.map(([a, b, evidence], at) => ({
      ...pattern.ties[at % pattern.ties.length], a: Math.min(a, b), b: Math.max(a, b), evidence, reported_by: evidence === 'mutual' ? 'both' : 'a',
    })),
  };
}
