import { describe, expect, it } from 'vitest';
import type { NurseMap, NurseMapDesk, NurseMapUnit } from '../../api/nurses';
import { groupsOf, keyOf } from './groups';

const desk = (name: string): NurseMapDesk => ({ id: name, name, owner_name: '麦野市', age_from: 0, topics: ['infant'] });
const unit = (name: string, desks: number[], more: Partial<NurseMapUnit> = {}): NurseMapUnit =>
  ({ name, shapes: [], desks, shared: false, hole: false, mixed: false, ...more });

function map(units: NurseMapUnit[]): NurseMap {
  return { area: { code: '48202', name: '麦野市' }, unit: 'town', general: [], units, desks: ['東', '西', '県'].map(desk) };
}

describe('groups of parts with the same desks', () => {
  it('joins parts of the same desks, and names those in charge everywhere once', () => {
    const { groups, everywhere } = groupsOf(map([unit('一', [0, 2]), unit('二', [1, 2]), unit('三', [0, 2]), unit('四', [2])]));
    expect(groups.map((group) => group.units.map(keyOf))).toEqual([['一', '三'], ['二'], ['四']]);
    expect(groups.map((group) => group.desks.map(({ name }) => name))).toEqual([['東'], ['西'], []]);
    expect(everywhere.map(({ name }) => name)).toEqual(['県']);
  });

  it('keeps apart what is shared from what is not, and puts last what nobody covers', () => {
    const { groups } = groupsOf(map([unit('零', []), unit('一', [0, 1], { shared: true }), unit('二', [0, 1])]));
    expect(groups.map(({ number, shared, color }) => [number, shared, color === null])).toEqual([[1, true, false], [2, false, false], [0, false, true]]);
  });

  it('a place that is not divided shows its desks as they are', () => {
    const { groups, everywhere } = groupsOf(map([unit('一', [0, 2]), unit('二', [0, 2])]));
    expect([groups.length, groups[0]?.desks.length, everywhere.length]).toEqual([1, 2, 0]);
  });

  it('a part with a code goes by it', () => {
    expect(keyOf(unit('一', [], { code: '48202' }))).toBe('48202');
  });
});
