import type { GapCell, GapColumn, GapReport, GapRow, TieFigures, TieRange } from '../../api/gaps';

/** What the council's page shows; the address holds all of it. */
export interface CouncilState {
  area: string;
  holes: boolean;
  all: boolean;
  /** Codes of row and column of the open field. */
  row: string;
  column: string;
}

export function parseCouncil(params: Record<string, unknown>): CouncilState {
  const text = (key: string) => (params[key] === undefined ? '' : String(params[key]));
  return { area: text('area'), holes: text('holes') === 'true', all: text('all') === 'true', row: text('row'), column: text('column') };
}

export function councilParams(state: CouncilState): Record<string, string> {
  const { area, row, column } = state;
  const all = { area, holes: state.holes ? 'true' : '', all: state.all ? 'true' : '', row, column };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

const HOLES = ['none', 'far', 'apart', 'part'];

export const isHole = (cell: GapCell): boolean => HOLES.includes(cell.state);

/** Says the state without its colour. */
export const SIGNS: Record<string, string> = { none: '✕', far: '↔', apart: '∥', part: '△', near: '→', ok: '○', no_data: '?', not_here: '' };

export interface Grid {
  columns: GapColumn[];
  rows: { row: GapRow; cells: { column: GapColumn; cell: GapCell }[] }[];
}

/** The fields to show: all columns or the key ones; of holes, only rows and columns that have one. */
export function gridOf(report: GapReport, { holes, all }: Pick<CouncilState, 'holes' | 'all'>): Grid {
  const width = report.columns.length;
  const rows = report.rows.map((row, y) => ({
    row,
    cells: report.cells.slice(y * width, (y + 1) * width).flatMap((cell, x) => {
      const column = report.columns[x];
      return column && (all || column.key) ? [{ column, cell }] : [];
    }),
  }));
  const shown = report.columns.filter((column) => all || column.key);
  if (!holes) return { columns: shown, rows };
  const wanting = new Set(rows.flatMap(({ cells }) => cells.filter(({ cell }) => isHole(cell)).map(({ column }) => column)));
  return {
    columns: shown.filter((column) => wanting.has(column)),
    rows: rows
      .filter(({ cells }) => cells.some(({ cell }) => isHole(cell)))
      .map(({ row, cells }) => ({ row, cells: cells.filter(({ column }) => wanting.has(column)) })),
  };
}

/** Where a key leads from a field; nothing for keys that lead nowhere. */
export function move([row, column]: [number, number], key: string, [rows, columns]: [number, number]): [number, number] | null {
  const clamp = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1);
  const steps: Record<string, [number, number]> = {
    ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
    Home: [row, 0], End: [row, columns - 1], PageUp: [0, column], PageDown: [rows - 1, column],
  };
  const to = steps[key];
  return to ? [clamp(to[0], rows), clamp(to[1], columns)] : null;
}

/** Neighbouring columns of the same group, for the upper line of heads. */
export function groupsOf(columns: GapColumn[]): { group: string; span: number }[] {
  const groups: { group: string; span: number }[] = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (last?.group === group) last.span += 1;
    else groups.push({ group, span: 1 });
  }
  return groups;
}

/** The share the other way round: of those without, those with. */
export function others(range: TieRange | null | undefined): TieRange | null {
  if (!range) return null;
  return { mutual: 1 - range.mutual, either: typeof range.either === 'number' ? 1 - range.either : null };
}

/**
 * Both ends of a range, the lower first (a share without partners falls with more ties); one where they are the same. Where the
 * other is withheld, `open` says that the one known is not the whole: "at least" or "at most".
 */
export function rangeText(range: TieRange | null | undefined, write: (value: number) => string, open: (text: string) => string = (text) => text): string | null {
  if (!range) return null;
  if (typeof range.either !== 'number') return open(write(range.mutual));
  const [low, high] = [write(Math.min(range.mutual, range.either)), write(Math.max(range.mutual, range.either))];
  return high === low ? low : `${low}〜${high}`;
}

/**
 * つながっている: the share of offices with a partner of another system. Where ties of one side are withheld, none known says nothing
 * and all known is all.
 */
export function connectedText(ties: TieFigures | null | undefined, write: (value: number) => string, least: (text: string) => string): string {
  const range = others(ties?.without_across);
  if (range && typeof range.either !== 'number' && range.mutual <= 0) return '–';
  return rangeText(range, write, range && range.mutual >= 1 ? undefined : least) ?? '–';
}
