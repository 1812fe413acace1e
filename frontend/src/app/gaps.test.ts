import { describe, expect, it } from 'vitest';
import type { CoverageRow } from '../api/types';
import { figure, ranges, sorted } from '../features/gaps/figures';
import { parse, question, toParams } from '../features/gaps/gaps-state';
import { colorOf } from '../lib/classes';

const row = (code: string, value: number | null, offices = 1): CoverageRow => ({
  code, name: code, value, class: '3', offices, places: 0, stating: 0, population: null, drawn: [code],
});

describe('figures of the gap page', () => {
  it('are written with as many digits as can be told apart', () => {
    expect(figure(1.0717, 'offices_per_1000', 'ja')).toBe('1.07');
    expect(figure(0.00413, 'offices_per_1000', 'ja')).toBe('0.0041');
    expect(figure(0.256, 'share', 'ja')).toBe('26');
    expect(figure(1234, 'offices', 'en')).toBe('1,234');
    expect(figure(0, 'km', 'ja')).toBe('0');
  });

  it('are sorted with those that are missing last, whichever way', () => {
    const rows = [row('a', 2), row('b', null), row('c', 0), row('d', 5)];
    expect(sorted(rows, 'value', false, 'ja').map(({ code }) => code)).toEqual(['c', 'a', 'd', 'b']);
    expect(sorted(rows, 'value', true, 'ja').map(({ code }) => code)).toEqual(['d', 'a', 'c', 'b']);
  });

  it('fall into five classes open at both ends', () => {
    expect(ranges([1, 2, 5, 10])).toMatchObject([{ from: null, to: 1 }, { from: 1, to: 2 }, {}, {}, { from: 10, to: null }]);
  });

  it('have the same colour for what is good, whether more or less of it is', () => {
    expect(colorOf('5', true)).toBe(colorOf('1', false));
    expect(colorOf('3', true)).toBe(colorOf('3', false));
  });
});

describe('the address of the gap page', () => {
  it('comes back the same and leaves out what the server chooses itself', () => {
    const state = parse({ service: 'disability-53', area: '48100', age: '65+', sort: 'offices', down: 'false', chosen: '48101' });
    expect(parse(toParams(state))).toEqual(state);
    expect(question(parse({}))).toEqual({ service: 'care-430', measure: 'offices_per_1000' });
  });

  it('leaves out what makes no sense', () => {
    expect(parse({ sort: 'beauty', down: '' })).toMatchObject({ sort: 'value', down: null });
  });
});
