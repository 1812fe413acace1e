import type { NetworkNode, NetworkView } from '../../api/network';
import type { Dimension } from './network-state';
import { placeOf, type Selection, type ShownTie } from './selection';

export interface Cell {
  row: string;
  column: string;
  /** Pairs of offices there could be. */
  pairs: number;
  mutual: number;
  /** `null` where ties one may not see are too few to be counted. */
  either: number | null;
}

export interface Matrix {
  rows: string[];
  columns: string[];
  cells: Map<string, Cell>;
  /** Highest share of pairs that are tied, for the shades. */
  densest: number;
  /** Whether counts hold ties one may not see one by one. */
  whole: boolean;
}

export const cellKey = (row: string, column: string) => `${row}|${column}`;

export function groupIn(node: NetworkNode, dimension: Dimension): string {
  return dimension === 'type' ? (node.service ?? '') : dimension === 'system' ? node.system : placeOf(node);
}

/** Whether a tie belongs into a cell, whichever way round. */
export function inCell(view: NetworkView, tie: ShownTie, rows: Dimension, columns: Dimension, cell: string): boolean {
  const [row, column] = cell.split('|');
  const [a, b] = [view.nodes[tie.a], view.nodes[tie.b]];
  if (!a || !b) return false;
  return (
    (groupIn(a, rows) === row && groupIn(b, columns) === column) || (groupIn(b, rows) === row && groupIn(a, columns) === column)
  );
}

/** Counts ties of the selection by the groups of their two offices; only offices of the area. */
export function matrixOf(view: NetworkView, selection: Selection, rows: Dimension, columns: Dimension): Matrix {
  const inside = selection.nodes.flatMap((index) => (view.nodes[index]?.inside ? [index] : []));
  const members = (dimension: Dimension) => {
    const groups = new Map<string, Set<number>>();
    for (const index of inside) {
      const node = view.nodes[index];
      if (!node) continue;
      const group = groupIn(node, dimension);
      if (group !== '') groups.set(group, (groups.get(group) ?? new Set()).add(index));
    }
    return groups;
  };
  const [byRow, byColumn] = [members(rows), members(columns)];
  const cells = new Map<string, Cell>();
  for (const [row, one] of byRow) {
    for (const [column, other] of byColumn) {
      cells.set(cellKey(row, column), { row, column, pairs: pairs(one, other), mutual: 0, either: 0 });
    }
  }
  for (const { a, b, tie } of selection.ties) {
    const [from, to] = [view.nodes[a], view.nodes[b]];
    if (!tie || !from?.inside || !to?.inside) continue;
    const places = new Set([cellKey(groupIn(from, rows), groupIn(to, columns)), cellKey(groupIn(to, rows), groupIn(from, columns))]);
    for (const key of places) {
      const cell = cells.get(key);
      if (!cell) continue;
      cell.either = (cell.either ?? 0) + 1;
      if (tie.evidence === 'mutual') cell.mutual += 1;
    }
  }
  return { ...ordered(byRow, byColumn), cells, densest: densest(cells), whole: view.sees_all };
}

/** The same from the counts of the server, which know ties one may not see; only types by types, without filters. */
export function wholeMatrix(view: NetworkView, selection: Selection): Matrix {
  const matrix = matrixOf(view, selection, 'type', 'type');
  for (const { a, b, pairs: possible, mutual, either } of view.blocks) {
    for (const [row, column] of [[a, b], [b, a]] as const) {
      const cell = matrix.cells.get(cellKey(row, column));
      if (cell) matrix.cells.set(cellKey(row, column), { ...cell, pairs: possible, mutual, either: either ?? null });
    }
  }
  return { ...matrix, densest: densest(matrix.cells), whole: true };
}

/** Unordered pairs of two different offices, one of each group; a group may share offices with the other. */
function pairs(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const both = [...one].filter((index) => other.has(index)).length;
  return one.size * other.size - both - (both * (both - 1)) / 2;
}

function densest(cells: ReadonlyMap<string, Cell>): number {
  return Math.max(0, ...[...cells.values()].map((cell) => density(cell)));
}

/** Share of pairs both sides reported. */
export function density({ mutual, pairs: possible }: Cell): number {
  return possible > 0 ? mutual / possible : 0;
}

/** Groups with most offices first. */
function ordered(byRow: ReadonlyMap<string, Set<number>>, byColumn: ReadonlyMap<string, Set<number>>): { rows: string[]; columns: string[] } {
  const sorted = (groups: ReadonlyMap<string, Set<number>>) => [...groups].sort(([a, one], [b, other]) => other.size - one.size || a.localeCompare(b)).map(([code]) => code);
  return { rows: sorted(byRow), columns: sorted(byColumn) };
}
