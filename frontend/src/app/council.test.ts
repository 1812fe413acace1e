import { describe, expect, it } from 'vitest';
import type { GapCell, GapColumn, GapReport, GapRow } from '../api/gaps';
import type { TieFigures } from '../api/gaps';
import { connectedText, councilParams, gridOf, groupsOf, move, others, parseCouncil, rangeText } from '../features/gaps/council-view';

const row = (code: string): GapRow => ({ code, name: code, kind: 'municipality', whole: code === 'a', drawn: [] });
const column = (code: string, key = true): GapColumn => ({ code, group: code.split(':')[0] ?? '', ja: code, en: code, key });
const cell = (area: string, code: string, state: string): GapCell => ({ area, column: code, state, missing: [], notes: { open: 0, resolved: 0 } });

const CODES = ['service:x', 'service:y', 'nurse:z'];
const STATES = [['ok', 'far', 'ok'], ['near', 'ok', 'not_here'], ['ok', 'ok', 'no_data']];
const rows = ['a', 'b', 'c'];
const report = {
  rows: rows.map(row),
  columns: [column('service:x'), column('service:y', false), column('nurse:z')],
  cells: rows.flatMap((area, y) => CODES.map((code, x) => cell(area, code, STATES[y]?.[x] ?? ''))),
} as unknown as GapReport;
const shape = (grid: ReturnType<typeof gridOf>) => [grid.rows.map((one) => one.row.code), grid.columns.map(({ code }) => code), grid.rows.map((one) => one.cells.map((field) => field.cell.state))];

describe("the council's matrix", () => {
  it('shows the key columns, all on request, and with holes only what has one', () => {
    expect(shape(gridOf(report, { holes: false, all: false }))).toEqual([rows, ['service:x', 'nurse:z'], [['ok', 'ok'], ['near', 'not_here'], ['ok', 'no_data']]]);
    expect(shape(gridOf(report, { holes: false, all: true }))).toEqual([rows, CODES, STATES]);
    expect(shape(gridOf(report, { holes: true, all: true }))).toEqual([['a'], ['service:y'], [['far']]]);
    expect(shape(gridOf(report, { holes: true, all: false }))).toEqual([[], [], []]);
  });

  it('is walked by the arrows and stops at its edges', () => {
    expect(move([0, 0], 'ArrowRight', [3, 4])).toEqual([0, 1]);
    expect(move([0, 0], 'ArrowUp', [3, 4])).toEqual([0, 0]);
    expect(move([1, 3], 'ArrowRight', [3, 4])).toEqual([1, 3]);
    expect(move([1, 1], 'End', [3, 4])).toEqual([1, 3]);
    expect(move([1, 1], 'PageDown', [3, 4])).toEqual([2, 1]);
    expect(move([1, 1], 'Enter', [3, 4])).toBeNull();
  });

  it('has one head over the columns of a group', () => {
    expect(groupsOf(report.columns)).toEqual([{ group: 'service', span: 2 }, { group: 'nurse', span: 1 }]);
  });

  it('says of connected offices at least so many where ties are withheld, and nothing where none is known', () => {
    const told = (mutual: number, either: number | null) => connectedText({ without_across: { mutual, either } } as TieFigures, String, (text) => `≥ ${text}`);
    expect([told(0.75, 0.5), told(0.75, null), told(1, null), told(0, null)]).toEqual(['0.25〜0.5', '≥ 0.25', '–', '1']);
  });

  it('writes a range once where both ends read the same or one is withheld', () => {
    const write = (value: number) => value.toFixed(1);
    expect(rangeText({ mutual: 0.5, either: 0.2 }, write)).toBe('0.2〜0.5');
    expect(rangeText({ mutual: 0.5, either: 0.51 }, write)).toBe('0.5');
    expect(rangeText({ mutual: 0.5, either: null }, write)).toBe('0.5');
    expect(rangeText({ mutual: 0.5, either: null }, write, (text) => `≥ ${text}`)).toBe('≥ 0.5');
    expect(rangeText({ mutual: 0.5, either: 0.5 }, write, (text) => `≥ ${text}`)).toBe('0.5');
    expect(rangeText(null, write)).toBeNull();
    expect(others({ mutual: 0.75, either: null })).toEqual({ mutual: 0.25, either: null });
  });

  it('has an address that comes back the same', () => {
    const state = parseCouncil({ area: '48100', holes: 'true', row: '48101', column: 'service:x' });
    expect(parseCouncil(councilParams(state))).toEqual(state);
    expect(councilParams(parseCouncil({ holes: 'x' }))).toEqual({});
  });
});
