import { describe, expect, it } from 'vitest';
import { changeOf, changed, parseWhatIf, peopleFar, tieChangeOf, turn, whatIfParams } from '../features/gaps/what-if-state';

const row = (before: number | null, after: number | null, population: number | null = 1000) =>
  ({ population, before: { far_share: before }, after: { far_share: after } }) as Parameters<typeof peopleFar>[0];

describe('what if', () => {
  it('keeps the whole question in the address', () => {
    const put = { area: '48100', service: 'care-110', at: '33.5,143.2', capacity: '20' };
    expect(whatIfParams(parseWhatIf({ ...put, act: 'place' }))).toEqual({ ...put, act: 'place' });
    expect(parseWhatIf({ act: 'x', count: '9' })).toMatchObject({ act: 'place', count: '3', service: 'care-430' });
    expect(whatIfParams(parseWhatIf({ area: '48100', act: 'new', count: '5' })).count).toBe('5');
  });

  it('asks for a change only when enough is chosen', () => {
    const state = parseWhatIf({ area: '48100', at: '33.5,143.2', capacity: '-1' });
    expect(changeOf(state)).toEqual({ area: '48100', service: 'care-430', place: '33.5,143.2' });
    expect(changeOf({ ...state, act: 'close' })).toBeNull();
    expect(tieChangeOf({ ...state, act: 'tie', guests: ['a'] })).toBeNull();
    expect(tieChangeOf({ ...state, act: 'tie', guests: ['a', 'b', 'c'] })).toEqual({ area: '48100', meeting: 'a,b,c' });
    expect(parseWhatIf(whatIfParams({ ...state, act: 'tie', guests: ['a', 'b'] })).guests).toEqual(['a', 'b']);
  });

  it('says which way a figure goes, and nothing of what nobody knew', () => {
    expect([turn(1, 2, 'more'), turn(1, 2, 'less'), turn(null, 2, 'more')]).toEqual(['good', 'bad', null]);
    expect([turn(null, 3, 'less'), turn(3, null, 'less')]).toEqual(['good', 'bad']);
    expect(changed(1.01, 1.02, (value) => value.toFixed(1))).toBe(false);
    expect(changed(null, null, String)).toBe(false);
  });

  it('counts who becomes far', () => {
    expect([peopleFar(row(0.5, 0.25)), peopleFar(row(0, 0.1)), peopleFar(row(null, 0.1)), peopleFar(row(0, 0.1, null))]).toEqual([-250, 100, null, null]);
  });
});
