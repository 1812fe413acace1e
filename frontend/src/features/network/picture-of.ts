import type { NetworkNode, NetworkView } from '../../api/network';
import { FORUM, GREY, hue } from '../../graph/palette';
import { paler, type Line, type Picture, type PictureEdge, type PictureNode } from '../../graph/picture';
import { shortName } from '../../lib/short-name';
import { LOOKS, isSystem } from '../../lib/systems';
import { inCell } from './matrix-model';
import type { NetworkState, SizeBy } from './network-state';
import type { Selection, ShownTie } from './selection';

export const EVIDENCE_LINES: Record<string, Line> = { mutual: 'solid', one_sided: 'dashed', to_non_respondent: 'dotted', gone: 'dotted' };
export const CHANGE_LOOKS: Record<string, { color: string; line: Line; width: number }> = {
  gained: { color: '#0a5fa8', line: 'solid', width: 2.2 },
  strengthened: { color: '#00735a', line: 'double', width: 4 },
  kept: { color: '#9aa4b5', line: 'solid', width: 1 },
  lost: { color: '#a4262c', line: 'dashed', width: 2 },
  newly_seen: { color: '#7a8597', line: 'dash_dot', width: 1.2 },
  no_longer_seen: { color: '#7a8597', line: 'dotted', width: 1.6 },
};
export const TIE_COLORS = { across: '#6b3a99', within: '#5d6b86', link: '#a08a5c', forum: FORUM.color } as const;
const [LEAST, MOST] = [3, 12];
/** From so many lines on they are drawn paler, or they hide each other. */
const CROWD = 900;

/** Groups in the order of their colours: the legend and the picture share it. */
export function groupsOf(view: NetworkView, color: NetworkState['color']): string[] {
  if (color === 'community') return view.communities.map(({ id }) => String(id));
  const counts = new Map<string, number>();
  for (const { service, inside } of view.nodes) if (service && inside) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)).map(([code]) => code);
}

export const lookOf = (system: string) => LOOKS[isSystem(system) ? system : 'community'];

/** The figure a mark's size shows; 0 where it has no meaning. */
export function sizeFigure(node: NetworkNode, size: SizeBy, basis: NetworkState['basis']): number {
  return size === 'equal' ? 0 : (node.figures?.[size][basis] ?? 0);
}

/** The drawing of a selection: colours, sizes and lines as chosen. */
export function pictureOf(view: NetworkView, state: NetworkState, selection: Selection): Picture {
  const groups = new Map(groupsOf(view, state.color).map((code, at) => [code, at]));
  const most = Math.max(1, ...view.nodes.map((node) => sizeFigure(node, state.size, state.basis)));
  const way = new Set(selection.way ?? []);
  const near = selection.chosen >= 0 && !selection.hidden ? new Set([selection.chosen, ...(selection.next[selection.chosen] ?? [])]) : null;
  const gathered = new Set(state.gathered.length > 0 ? selection.picked : []);
  const nodes = selection.nodes.flatMap((index): PictureNode[] => {
    const node = view.nodes[index];
    if (!node) return [];
    const figure = sizeFigure(node, state.size, state.basis);
    const faint = way.size > 0 ? !way.has(index) : near !== null && !near.has(index);
    const color = colorOf(node, state.color, groups);
    return [{
      key: node.id, x: node.x, y: node.y, size: state.size === 'equal' ? 7 : LEAST + (MOST - LEAST) * Math.sqrt(figure / most),
      color: faint ? paler(color, 0.4) : color, shape: lookOf(node.system).shape, label: shortName(node.name),
      rank: figure + (near?.has(index) ? 1e6 : 0), faint,
      marked: index === selection.chosen || index === selection.ego || way.has(index) || gathered.has(index),
    }];
  });
  const edges = state.layers.includes('ties') ? selection.ties.map((tie) => edgeOf(view, state, selection, tie, way)) : [];
  const layers = [...(state.layers.includes('links') ? linkEdges(view, selection) : [])];
  const forums = state.layers.includes('forums') ? forumMarks(view, selection) : { nodes: [], edges: [] };
  return { nodes: [...nodes, ...forums.nodes], edges: [...edges, ...layers, ...forums.edges] };
}

function colorOf(node: NetworkNode, by: NetworkState['color'], groups: ReadonlyMap<string, number>): string {
  if (by === 'system') return lookOf(node.system).color;
  const group = by === 'community' ? node.community : node.service;
  const at = group === null || group === undefined ? undefined : groups.get(String(group));
  return at === undefined ? GREY : hue(at);
}

function edgeOf(view: NetworkView, state: NetworkState, selection: Selection, shown: ShownTie, way: ReadonlySet<number>): PictureEdge {
  const { a, b, tie, change } = shown;
  const [from, to] = [view.nodes[a], view.nodes[b]];
  const look = change ? CHANGE_LOOKS[change] : undefined;
  const color = look?.color ?? (from?.system === to?.system ? TIE_COLORS.within : TIE_COLORS.across);
  const strength = tie?.star.closeness ?? 0;
  const width = look?.width ?? (state.line === 'closeness' ? [0.8, 1.2, 2.6, 4.4][strength] ?? 1 : tie?.evidence === 'mutual' ? 1.7 : 1.3);
  const line = look?.line ?? EVIDENCE_LINES[tie?.evidence ?? 'gone'] ?? 'solid';
  const stressed = isStressed(view, state, selection, shown, way);
  const share = stressed === null ? (selection.ties.length > CROWD ? 0.5 : 0.8) : stressed ? 1 : 0.2;
  return {
    key: `t${a}-${b}`, source: from?.id ?? '', target: to?.id ?? '', color: paler(color, share), width: stressed ? width + 0.6 : width, line,
    faint: stressed !== true,
  };
}

/** Whether a tie belongs to what is looked at; `null` where nothing is looked at in particular. */
function isStressed(view: NetworkView, state: NetworkState, { chosen, hidden, way }: Selection, tie: ShownTie, on: ReadonlySet<number>): boolean | null {
  if (way && way.length > 0) return on.has(tie.a) && on.has(tie.b) && Math.abs(way.indexOf(tie.a) - way.indexOf(tie.b)) === 1;
  if (chosen >= 0 && !hidden) return tie.a === chosen || tie.b === chosen;
  return state.cell === '' ? null : inCell(view, tie, state.rows, state.columns, state.cell);
}

function linkEdges(view: NetworkView, { has }: Selection): PictureEdge[] {
  return view.links.filter(({ a, b }) => has.has(a) && has.has(b)).map(({ a, b, kind }) => ({
    key: `l${a}-${b}-${kind}`, source: view.nodes[a]?.id ?? '', target: view.nodes[b]?.id ?? '', color: TIE_COLORS.link, width: 1.6, line: 'dash_dot', faint: false,
  }));
}

/** A forum stands in the middle of its members: one mark and a line to each say what lines between all would hide. */
function forumMarks(view: NetworkView, { has }: Selection): Picture {
  const nodes: PictureNode[] = [];
  const edges: PictureEdge[] = [];
  for (const { id, name, members } of view.forums) {
    const shown = members.flatMap((index) => (has.has(index) ? [view.nodes[index]].filter((node) => node !== undefined) : []));
    if (shown.length === 0) continue;
    const mean = (axis: 'x' | 'y') => shown.reduce((sum, node) => sum + node[axis], 0) / shown.length;
    nodes.push({ key: `forum:${id}`, x: mean('x'), y: mean('y'), size: 9, ...FORUM, label: shortName(name), rank: 1e5, faint: false, marked: false });
    edges.push(...shown.map((node): PictureEdge => ({
      key: `f${id}-${node.id}`, source: `forum:${id}`, target: node.id, color: paler(TIE_COLORS.forum, 0.6), width: 1.4, line: 'double', faint: false,
    })));
  }
  return { nodes, edges };
}
