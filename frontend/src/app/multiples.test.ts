import { describe, expect, it } from 'vitest';
import type { ServiceFigures, SideBySide } from '../api/types';
import { countedParts, groupsOf, isByLevel, largest, radius, thickness, unlisted } from '../features/gaps/multiples-model';

const service = (code: string, classes: string[], more: Partial<ServiceFigures> = {}): ServiceFigures => ({
  service: code, key: true, is_listed: true, age: '65+', age_is_substitute: false, whole: 1, offices: 1,
  without: classes.filter((name) => name === 'zero').length, values: classes.map(() => 1), classes, breaks: [1, 2, 3, 4], ...more,
});
const answer = (services: ServiceFigures[]): SideBySide => ({
  area: { code: '48000', name: '星見県' }, measure: 'offices_per_1000', kind: 'municipality', kinds: [], width: 220, height: 200, parts: [], services,
});
const systems = [{ code: 'care' }, { code: 'disability' }, { code: 'child' }];
const codes = (groups: { services: ServiceFigures[] }[]) => groups.map(({ services }) => services.map((one) => one.service));

describe('services side by side', () => {
  const all = answer([
    service('care-430', ['5', '4']), service('care-110', ['zero', '1'], { key: false }),
    service('disability-53', ['zero', 'zero']), service('disability-52', ['3', 'no_data']),
  ]);

  it('stand by system, those in the foreground only unless all are wanted', () => {
    expect(codes(groupsOf(all, systems, { order: 'taxonomy', all: false, moreIsBetter: true }))).toEqual([['care-430'], ['disability-53', 'disability-52']]);
    expect(codes(groupsOf(all, systems, { order: 'taxonomy', all: true, moreIsBetter: true }))[0]).toEqual(['care-430', 'care-110']);
  });

  it('stand in one row with the thinnest first', () => {
    const groups = groupsOf(all, systems, { order: 'thin', all: true, moreIsBetter: true });
    expect(codes(groups)).toEqual([['disability-53', 'care-110', 'disability-52', 'care-430']]);
  });

  it('are thin where ways are long, and where nothing is known after all others', () => {
    expect(thickness(service('a-1', ['1', '1']), false)).toBeGreaterThan(thickness(service('a-2', ['5', '4']), false));
    expect(thickness(service('a-3', ['zero']), false)).toBeGreaterThan(thickness(service('a-1', ['1']), false));
    expect(thickness(service('a-4', ['no_data']), true)).toBe(Infinity);
    expect(thickness(service('a-5', ['no_data'], { offices: 0 }), true)).toBe(0);
  });

  it('are counted by parts with an office where there are no classes', () => {
    expect(thickness(service('a-1', ['zero', '3', '3', '3'], { breaks: null }), true)).toBeCloseTo(3.75);
  });

  it('have no map where the files say nothing of them', () => {
    const some = answer([service('a-1', ['3']), service('a-2', ['zero'], { is_listed: false }), service('a-3', ['zero'], { is_listed: false, key: false })]);
    const groups = groupsOf(some, [{ code: 'a' }], { order: 'taxonomy', all: true, moreIsBetter: true });
    expect(groups.flatMap(({ services }) => services.map((one) => one.service))).toEqual(['a-1']);
    expect(unlisted(some, false).map((one) => one.service)).toEqual(['a-2']);
    expect(unlisted(some, true)).toHaveLength(2);
  });

  it('leave out parts in which nobody was counted', () => {
    const part = (is_uncounted: boolean) => ({ code: '', name: '', path: '', center: null, is_aside: false, is_uncounted });
    expect(countedParts({ ...answer([]), parts: [part(false), part(true), part(false)] })).toBe(2);
    expect(thickness(service('a-1', ['zero', '3', 'no_data'], { breaks: null }), true)).toBeCloseTo(2.5);
  });

  it('have circles whose surface goes with the count', () => {
    const most = largest([service('a-1', ['3'], { values: [400, null] })]);
    expect(most).toBe(400);
    expect(radius(100, most)).toBeCloseTo(radius(400, most) / 2);
    expect(radius(0, most)).toBe(0);
  });

  it('share one legend in multiples of the level where breaks differ', () => {
    expect(isByLevel([service('a-1', []), service('a-2', [])])).toBe(false);
    expect(isByLevel([service('a-1', []), service('a-2', [], { breaks: [2, 3, 4, 5] })])).toBe(true);
  });
});
