import { describe, expect, it } from 'vitest';
import * as format from './format';
import { around, boundsOf, circle, widen } from './geo';
import { pieces } from './highlight';
import { difference, inWords, listDifference } from './history';
import { ApiError, problemOf } from './problem';
import { choices, target } from './suggestion';
import { GROUPS, LOOKS, groupOf } from './systems';

describe('found words', () => {
  const text = '訪問看護ステーション';
  const join = (ranges: unknown) => pieces(text, ranges).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('');

  it('are marked and the rest is kept', () => {
    expect(join([[2, 4]])).toBe('訪問[看護]ステーション');
    expect(join([[0, 2], [4, 10]])).toBe('[訪問]看護[ステーション]');
  });
  it('may come unordered, crossing or touching', () => {
    expect(join([[3, 5], [0, 4]])).toBe('[訪問看護ス]テーション');
    expect(join([[0, 2], [2, 4]])).toBe('[訪問看護]ステーション');
  });
  it('never lose or add a character, whatever the ranges are', () => {
    for (const ranges of [undefined, null, 'x', [[5, 2]], [[-3, 99]], [[1]], [['a', 'b']]]) {
      expect(pieces(text, ranges).map((piece) => piece.text).join('')).toBe(text);
    }
  });
  it('are counted in UTF-16 units, as the server sends them', () => {
    expect(pieces('𠮷田の家', [[0, 2]])[0]).toEqual({ text: '𠮷', hit: true });
  });
});

describe('values for people', () => {
  it('show distances in metres, then kilometres', () => {
    expect(format.distance(3, 'ja')).toBe('10 m');
    expect(format.distance(456, 'ja')).toBe('460 m');
    expect(format.distance(1234, 'ja')).toBe('1.2 km');
    expect(format.distance(12_340, 'ja')).toBe('12 km');
  });
  it('show an edition as a month in either language', () => {
    expect(format.edition('2025-03', 'ja')).toBe('2025年3月');
    expect(format.edition('2025-03', 'en')).toBe('Mar 2025');
    expect(format.edition('unknown', 'ja')).toBe('unknown');
    expect(format.edition(null, 'ja')).toBe('');
  });
  it('call only digits', () => {
    expect(format.telHref('０７２－８４１－１２２１（代）')).toBe('tel:0728411221');
  });
  it('follow a link over the web only', () => {
    expect(format.webHref('https://example.jp/a')).toBe('https://example.jp/a');
    expect(format.webHref('example.jp')).toBe('https://example.jp/');
    expect(format.webHref('javascript:alert(1)')).toBeNull();
    expect(format.webHref('data:text/html,x')).toBeNull();
    expect(format.webHref('')).toBeNull();
  });
  it('write a postal code with its mark', () => {
    expect(format.postalCode('5730001')).toBe('〒573-0001');
  });
});

describe('places', () => {
  it('draw a circle of the given radius', () => {
    const ring = circle({ lat: 35, lon: 135 }, 1000);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(((ring[0]?.[1] ?? 0) - 35) * 111_195).toBeCloseTo(1000, -1);
  });
  it('put a box around a radius and around points', () => {
    const [west, south, east, north] = around({ lat: 35, lon: 135 }, 5000);
    expect(east - west).toBeGreaterThan(north - south);
    expect(boundsOf([{ lat: 1, lon: 5 }, { lat: 3, lon: 4 }])).toEqual([4, 1, 5, 3]);
    expect(boundsOf([])).toBeNull();
  });
  it('widen even a single point', () => {
    const [west, , east] = widen([135, 35, 135, 35]);
    expect(east).toBeGreaterThan(west);
  });
});

describe('systems', () => {
  it('show an office of both worlds as both', () => {
    expect(groupOf(['care', 'disability'])).toBe('both');
    expect(groupOf(['care', 'child'])).toBe('both');
    expect(groupOf(['disability', 'child'])).toBe('disability');
    expect(groupOf(['municipal', 'health'])).toBe('health');
    expect(groupOf([])).toBe('community');
  });
  it('never rely on colour alone: shapes and letters differ too', () => {
    expect(new Set(GROUPS.map((group) => LOOKS[group].shape)).size).toBe(GROUPS.length);
    expect(new Set(GROUPS.map((group) => LOOKS[group].letter)).size).toBe(GROUPS.length);
  });
  it('have colours white letters can be read on (WCAG AA)', () => {
    const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    for (const group of GROUPS) {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(parseInt(LOOKS[group].color.slice(at, at + 2), 16) / 255));
      expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05), group).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('suggestions', () => {
  it('lead to the thing itself or to a search filtered by it', () => {
    expect(target({ kind: 'office', label: 'x', id: '1' })).toEqual({ to: 'office', id: '1' });
    expect(target({ kind: 'organization', label: 'x', id: '2' })).toEqual({ to: 'organization', id: '2' });
    expect(target({ kind: 'service', label: 'x', code: 'care-430' })).toMatchObject({ to: 'search', service: 'care-430', q: '' });
    expect(target({ kind: 'area', label: '枚方市', code: '27210' })).toMatchObject({ area: '27210', service: null });
  });
  it('without a target search for their words', () => {
    expect(target({ kind: 'office', label: 'ひかり' })).toEqual({ to: 'search', q: 'ひかり', service: null, area: null });
  });
  it('carry the name of their kind', () => {
    expect(choices([{ kind: 'area', label: '枚方市' }], (kind) => `<${kind}>`)[0]).toMatchObject({ id: '0', kind: '<area>' });
  });
});

it('calls a server that does not answer unreachable', () => {
  expect(problemOf(new TypeError('fetch failed')).code).toBe('unreachable');
  expect(problemOf(new ApiError({ code: 'not_found' })).code).toBe('not_found');
});

describe('the history of a value', () => {
  it('marks only what differs, by whole characters', () => {
    expect(difference('099-000-0001', '099-000-0002')).toEqual({ head: '099-000-000', before: '1', after: '2', tail: '' });
    expect(difference('𠮷野', '𠮷田')).toEqual({ head: '𠮷', before: '野', after: '田', tail: '' });
    expect(difference('aa', 'aaa')).toEqual({ head: 'aa', before: '', after: 'a', tail: '' });
  });
  it('of a list says what came and what went', () => {
    expect(listDifference(['a', 'b'], ['b', 'c'])).toEqual({ gone: ['a'], come: ['c'] });
  });
  it('names services and days', () => {
    expect(inWords('open', 'saturday sunday', (_, code) => code.slice(0, 3), '・')).toBe('sat・sun');
  });
});
