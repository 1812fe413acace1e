import { describe, expect, it } from 'vitest';
import type { NetworkView } from '../../api/network';
import { parse, toParams, turned } from './network-state';
import { pictureOf } from './picture-of';
import { select } from './selection';

const office = (id: string, x: number, system: string) => ({
  id, name: id, system, service: 'care', services: [], municipality: '48100', district: null, inside: true, answered: true, asked: true,
  x, y: 0, position: null, community: null, figures: null,
});
const tie = (a: number, b: number) => ({ a, b, evidence: 'mutual', star: { kinds: [], closeness: 1 } });
const view = {
  nodes: [office('one', 0, 'elderly'), office('two', 1, 'elderly'), office('three', 9, 'disability')],
  ties: [tie(0, 1), tie(1, 2)], own: [], links: [], forums: [], communities: [], change: null,
} as unknown as NetworkView;
const RING = '-1,-1,2,-1,2,1,-1,1';
const at = (params: Record<string, string>) => {
  const state = parse(params);
  const selection = select(view, state);
  return { state, selection, picture: pictureOf(view, state, selection) };
};

describe('offices gathered to a list', () => {
  it('are those in the ring, with one put in and one taken out by hand', () => {
    expect(at({ lasso: RING }).selection.picked).toEqual([0, 1]);
    expect(at({ lasso: RING, gathered: 'two,three' }).selection.picked).toEqual([0, 2]);
    expect(at({ gathered: 'three,unknown' }).selection.picked).toEqual([2]);
  });

  it('stay when a filter hides them, where the hand put them in', () => {
    expect(at({ lasso: RING, gathered: 'three', systems: 'none' }).selection.picked).toEqual([2]);
  });

  it('are put in and taken out by the same key, and kept in the address', () => {
    expect(turned(turned([], 'one'), 'two')).toEqual(['one', 'two']);
    expect(turned(['one', 'two'], 'one')).toEqual(['two']);
    expect(toParams(parse({ gathered: 'one,two' }))).toEqual({ gathered: 'one,two' });
  });
});

describe('a chosen office that filters leave out', () => {
  it('leaves the drawing as it is instead of paling all of it', () => {
    const { selection, picture } = at({ office: 'three', systems: 'elderly' });
    expect(selection.hidden).toBe(true);
    expect(picture.nodes.map(({ faint }) => faint)).toEqual([false, false]);
    expect(picture.edges.map(({ color }) => color)).toEqual(at({ systems: 'elderly' }).picture.edges.map(({ color }) => color));
  });

  it('pales what is not its partner where it is shown', () => {
    const { selection, picture } = at({ office: 'three' });
    expect(selection.hidden).toBe(false);
    expect(picture.nodes.filter(({ faint }) => faint).map(({ key }) => key)).toEqual(['one']);
  });
});
