/** Ties between places of a list, walked along. */
export interface Pair {
  a: number;
  b: number;
}

/** Neighbours of each of `size` places. */
export function adjacency(size: number, ties: readonly Pair[]): number[][] {
  const next: number[][] = Array.from({ length: size }, () => []);
  for (const { a, b } of ties) {
    next[a]?.push(b);
    next[b]?.push(a);
  }
  return next;
}

/** Steps from `start` to each place; absent where no way leads, or where it is longer than `most`. */
export function stepsFrom(next: readonly number[][], start: number, most = Infinity): Map<number, number> {
  const steps = new Map([[start, 0]]);
  let edge = [start];
  for (let step = 1; edge.length > 0 && step <= most; step += 1) {
    const further: number[] = [];
    for (const at of edge) {
      for (const neighbour of next[at] ?? []) {
        if (steps.has(neighbour)) continue;
        steps.set(neighbour, step);
        further.push(neighbour);
      }
    }
    edge = further;
  }
  return steps;
}

/** A shortest way from one place to another, both ends included; `null` where none leads. */
export function shortestWay(next: readonly number[][], from: number, to: number): number[] | null {
  const before = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (let head = 0; head < queue.length && !before.has(to); head += 1) {
    const at = queue[head] ?? from;
    for (const neighbour of next[at] ?? []) {
      if (before.has(neighbour)) continue;
      before.set(neighbour, at);
      queue.push(neighbour);
    }
  }
  if (!before.has(to)) return null;
  const way = [to];
  for (let at = to; at !== from; ) {
    at = before.get(at) ?? from;
    way.unshift(at);
  }
  return way;
}

/** Places of the k-core: what stays when those with fewer than `k` neighbours are taken away again and again. */
export function kCore(next: readonly number[][], k: number): Set<number> {
  const degree = next.map((list) => new Set(list).size);
  const gone = new Set<number>();
  const queue = degree.flatMap((count, at) => (count < k ? [at] : []));
  for (let head = 0; head < queue.length; head += 1) {
    const at = queue[head] ?? 0;
    if (gone.has(at)) continue;
    gone.add(at);
    for (const neighbour of new Set(next[at] ?? [])) {
      const left = (degree[neighbour] ?? 0) - 1;
      degree[neighbour] = left;
      if (left === k - 1) queue.push(neighbour);
    }
  }
  return new Set(next.flatMap((_, at) => (gone.has(at) ? [] : [at])));
}

/** Places of the largest part that hangs together; the first of several. */
export function largestPart(next: readonly number[][]): Set<number> {
  const seen = new Set<number>();
  let best = new Set<number>();
  next.forEach((_, start) => {
    if (seen.has(start)) return;
    const part = new Set(stepsFrom(next, start).keys());
    for (const at of part) seen.add(at);
    if (part.size > best.size) best = part;
  });
  return best;
}

/** What would be cut from the rest if `out` were gone: the parts, the largest left out. */
export function cutOff(next: readonly number[][], out: number): number[][] {
  const without = next.map((list, at) => (at === out ? [] : list.filter((one) => one !== out)));
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (const start of next[out] ?? []) {
    if (seen.has(start)) continue;
    const part = [...stepsFrom(without, start).keys()];
    for (const at of part) seen.add(at);
    parts.push(part);
  }
  return parts.sort((one, other) => other.length - one.length).slice(1);
}

/** Whether a point lies inside a ring of corners `[x, y]`, by the even–odd rule. */
export function inside(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let within = false;
  ring.forEach(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within;
  });
  return within;
}

/** The groups a node belongs to by structural links, by kind: large groups are drawn as a ring, so that it is walked around. */
export function groupsAround<K extends string>(links: readonly { kind: K; a: number; b: number }[], node: number): { kind: K; members: number[] }[] {
  return [...new Set(links.map(({ kind }) => kind))].flatMap((kind) => {
    const near = new Map<number, number[]>();
    for (const { a, b } of links.filter((link) => link.kind === kind)) {
      near.set(a, [...(near.get(a) ?? []), b]);
      near.set(b, [...(near.get(b) ?? []), a]);
    }
    const found = new Set([node]);
    for (const at of found) for (const next of near.get(at) ?? []) found.add(next);
    found.delete(node);
    return found.size > 0 ? [{ kind, members: [...found].sort((a, b) => a - b) }] : [];
  });
}
