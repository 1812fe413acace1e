import type { Picture } from './picture';

const TURN: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Which neighbour lies in the direction of an arrow key, seen from a node; within 60° of it, the nearest to its line. */
export function neighbourTowards(picture: Picture, from: string, key: string): string | null {
  const turn = TURN[key];
  const at = new Map(picture.nodes.map((node) => [node.key, node]));
  const here = at.get(from);
  if (!turn || !here) return null;
  let best: { key: string; cost: number } | null = null;
  for (const { source, target } of picture.edges) {
    const other = at.get(source === from ? target : target === from ? source : '');
    if (!other || other.key === from) continue;
    const [dx, dy] = [other.x - here.x, other.y - here.y];
    const far = Math.hypot(dx, dy);
    const along = far > 0 ? (dx * turn[0] + dy * turn[1]) / far : 0;
    if (along < 0.5) continue;
    const cost = far / along ** 2;
    if (!best || cost < best.cost) best = { key: other.key, cost };
  }
  return best?.key ?? null;
}

/** Where the keyboard begins: what is marked, else what stands out most. */
export function firstNode({ nodes }: Picture): string | null {
  const sorted = [...nodes].sort((one, other) => Number(other.marked) - Number(one.marked) || other.rank - one.rank);
  return sorted[0]?.key ?? null;
}
