import { describe, expect, it } from 'vitest';
import { EMPTY, activeCount, filterParams, listParams, parse, tileParams, toParams, toggle, type SearchState } from './search-state';

const FULL: SearchState = {
  q: '訪問 看護', near: { lat: 34.81234, lon: 135.65 }, radius: 5000, bbox: [135.1, 34.2, 135.9, 35],
  area: ['27210', 'community_area:27210:3'], system: ['care', 'disability'], service: ['care-430', 'disability-52'],
  open: ['saturday', 'holiday'], both: true, kyosei: true, sort: 'distance', selected: '0190-a', view: 'map',
  map: [12.5, 34.8, 135.6], strength: ['als', 'ventilator'], availability: 'consult', checked: 12,
};

describe('the address of a search', () => {
  it('reads back what it wrote', () => {
    expect(parse(toParams(FULL))).toEqual(FULL);
    expect(parse(toParams(EMPTY))).toEqual(EMPTY);
  });

  it('stays empty when nothing is asked for', () => {
    expect(toParams(EMPTY)).toEqual({});
  });

  it('leaves out what makes no sense instead of failing', () => {
    const state = parse({
      near: '95,200', radius_m: '-5', bbox: '3,2,1', map: 'x,y,z', sort: 'magic', open: 'monday,saturday',
      both_systems: 'yes', view: 'globe', area: ',,27210,27210',
    });
    expect(state).toEqual({ ...EMPTY, open: ['saturday'], area: ['27210'] });
  });

  it('refuses a box that is turned around', () => {
    expect(parse({ bbox: '136,34,135,35' }).bbox).toBeNull();
    expect(parse({ bbox: '135,34,136,35' }).bbox).toEqual([135, 34, 136, 35]);
  });

  it('takes values a router has already turned into numbers or truth values', () => {
    expect(parse({ radius_m: 2000, near: '35,135', kyosei: true, q: 27210 })).toMatchObject({ radius: 2000, kyosei: true, q: '27210' });
  });

  it('cuts words that are too long for the server', () => {
    expect(parse({ q: 'あ'.repeat(500) }).q).toHaveLength(200);
  });
});

describe('what is sent to the server', () => {
  it('holds no part of the view', () => {
    const params = listParams(FULL);
    expect(params).not.toHaveProperty('sel');
    expect(params).not.toHaveProperty('map');
    expect(params).not.toHaveProperty('view');
    expect(params).toMatchObject({ area: '27210,community_area:27210:3', both_systems: 'true', sort: 'distance' });
  });

  it('sends a radius only with a place to measure from', () => {
    expect(filterParams({ ...EMPTY, radius: 1000 })).toEqual({});
  });

  it('gives tiles every filter of the list but not its box and order', () => {
    const params = tileParams(FULL);
    expect(params).not.toHaveProperty('bbox');
    expect(params).not.toHaveProperty('sort');
    expect(params).toMatchObject({ service: 'care-430,disability-52', radius_m: '5000', near: '34.81234,135.65' });
  });

  it('spares tiles a place without a radius, which filters nothing', () => {
    expect(tileParams({ ...EMPTY, near: { lat: 35, lon: 135 } })).toEqual({});
  });
});

it('counts every active filter once', () => {
  expect(activeCount(FULL)).toBe(2 + 2 + 2 + 2 + 2 + 1 + 1 + 1 + 1 + 1 + 1);
  expect(activeCount({ ...EMPTY, q: 'x', sort: 'name' })).toBe(0);
});

it('adds what is missing and removes what is there', () => {
  expect(toggle(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggle(['a', 'b'], 'a')).toEqual(['b']);
});
