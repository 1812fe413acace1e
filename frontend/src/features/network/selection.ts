import type { NetworkNode, NetworkTie, NetworkView } from '../../api/network';
import { adjacency, inside, kCore, largestPart, shortestWay, stepsFrom } from '../../graph/walk';
import type { NetworkState } from './network-state';

/** A tie of the chosen moment, of the one compared with, or of both. */
export interface ShownTie {
  a: number;
  b: number;
  /** `null` for one that was lost. */
  tie: NetworkTie | null;
  /** What became of it, where two moments are compared. */
  change: string | null;
}

/** What filters leave over: the same in all four views. */
export interface Selection {
  /** Places of offices. */
  nodes: number[];
  has: ReadonlySet<number>;
  ties: ShownTie[];
  /** Partners of each office in these ties. */
  next: number[][];
  /** The office in the middle, or -1. */
  ego: number;
  /** The chosen office, or -1. */
  chosen: number;
  /** Whether filters or the shown extent leave the chosen office out. */
  hidden: boolean;
  /** Places on the way asked for; `null` where none leads, empty where none was asked for. */
  way: number[] | null;
  /** Places gathered: those inside the lasso, and what was put in or taken out one by one. */
  picked: number[];
}

/** Which part of the area an office lies in: its 日常生活圏域, or its municipality. */
export function placeOf(node: NetworkNode): string {
  return node.district ?? node.municipality ?? '';
}

/** The view people come to: around their own office, or the blocks; never everything at once. */
export function opening(view: NetworkView, state: NetworkState): { view: NonNullable<NetworkState['view']>; ego: string } {
  const own = view.own[0] === undefined ? undefined : view.nodes[view.own[0]];
  return { view: state.view ?? (own ? 'graph' : 'matrix'), ego: state.ego ?? own?.id ?? '' };
}

export function select(view: NetworkView, state: NetworkState): Selection {
  const at = new Map(view.nodes.map((node, index) => [node.id, index]));
  const kept = new Set(view.nodes.flatMap((node, index) => (passes(node, state) ? [index] : [])));
  let ties = allTies(view).filter((tie) => kept.has(tie.a) && kept.has(tie.b) && tells(tie, state));
  let has: Set<number> = kept;
  const narrow = (to: ReadonlySet<number>) => {
    has = new Set([...has].filter((index) => to.has(index)));
    ties = ties.filter((tie) => to.has(tie.a) && to.has(tie.b));
  };
  const ways = () => adjacency(view.nodes.length, ties);
  const ego = at.get(opening(view, state).ego) ?? -1;
  if (ego >= 0) narrow(new Set(stepsFrom(ways(), ego, state.steps).keys()));
  if (state.core > 0) narrow(kCore(ways(), state.core));
  if (state.largest) narrow(largestPart(ways()));
  const next = ways();
  const nodes = [...has].sort((one, other) => one - other);
  const chosen = at.get(state.office) ?? -1;
  const [from, to] = [at.get(state.from), at.get(state.to)];
  return {
    nodes, has, ties, next, ego, chosen,
    hidden: chosen >= 0 && !has.has(chosen),
    way: from === undefined || to === undefined ? [] : shortestWay(next, from, to),
    picked: picked(view, has, state),
  };
}

function passes(node: NetworkNode, state: NetworkState): boolean {
  const among = (list: string[], value: string) => list.length === 0 || list.includes(value);
  return (
    among(state.systems, node.system) && among(state.types, node.service ?? '') && among(state.places, placeOf(node)) &&
    (state.answered === '' || node.answered === (state.answered === 'yes'))
  );
}

/** Lost ties carry no evidence and no kinds any more: those filters leave them in. */
function tells({ tie }: ShownTie, { evidence, kinds }: NetworkState): boolean {
  if (!tie) return true;
  return (
    (evidence.length === 0 || evidence.includes(tie.evidence)) &&
    (kinds.length === 0 || tie.star.kinds.some((kind) => kinds.includes(kind)))
  );
}

/** Ties of the moment, each with what became of it, and those that are no more. */
export function allTies({ ties, change }: NetworkView): ShownTie[] {
  if (!change) return ties.map((tie) => ({ a: tie.a, b: tie.b, tie, change: null }));
  const key = (a: number, b: number) => `${a} ${b}`;
  const now = new Map(ties.map((tie) => [key(tie.a, tie.b), tie]));
  const compared = change.ties.map(({ a, b, change: became }) => ({ a, b, tie: now.get(key(a, b)) ?? null, change: became }));
  const known = new Set(compared.map(({ a, b }) => key(a, b)));
  return [...compared, ...ties.filter(({ a, b }) => !known.has(key(a, b))).map((tie) => ({ a: tie.a, b: tie.b, tie, change: null }))];
}

/** What was put in by hand stays when filters hide it; what the ring holds must be shown. */
function picked(view: NetworkView, has: ReadonlySet<number>, { lasso, gathered }: NetworkState): number[] {
  const ring = lasso.flatMap((x, at) => (at % 2 === 0 ? [[x, lasso[at + 1] ?? 0] as const] : []));
  const byHand = new Set(gathered);
  return view.nodes.flatMap((node, index) => {
    const ringed = ring.length > 0 && inside(ring, node.x, node.y);
    if (byHand.has(node.id)) return ringed ? [] : [index];
    return ringed && has.has(index) ? [index] : [];
  });
}

/** Evidence drawn for a tie that may be gone. */
export function evidenceOf({ tie }: ShownTie): string {
  return tie?.evidence ?? 'gone';
}
