import { describe, expect, it } from 'vitest';
import { gexf, graphml } from './formats';
import { overlap, placeLabels, type Wish } from './labels';
import { adjacency, cutOff, groupsAround, inside, kCore, largestPart, shortestWay, stepsFrom } from './walk';

/** A number generator of our own: the same wishes every time. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
}

describe('names', () => {
  it('never overlap, stay inside, and the first comes first', () => {
    const below = numbers(7);
    const wishes: Wish[] = Array.from({ length: 400 }, (_, at) => ({ key: String(at), x: below(800), y: below(500), size: 3 + below(9), width: 40 + below(120), height: 16 }));
    const boxes = placeLabels(wishes, 800, 500);
    expect(boxes.length).toBeGreaterThan(20);
    boxes.forEach((one, at) => {
      expect(one.left >= 0 && one.top >= 0 && one.left + one.width <= 800 && one.top + one.height <= 500).toBe(true);
      for (const other of boxes.slice(at + 1)) expect(overlap(one, other)).toBe(false);
    });
    expect(boxes.map(({ key }) => Number(key))).toEqual([...boxes.map(({ key }) => Number(key))].sort((a, b) => a - b));
    expect(placeLabels(wishes, 800, 500, 5)).toHaveLength(5);
  });
});

describe('structural groups', () => {
  it('are whole though a large one is drawn as a ring, and kinds stand apart', () => {
    const ring = Array.from({ length: 9 }, (_, at) => ({ kind: 'organization', a: Math.min(at, (at + 1) % 9), b: Math.max(at, (at + 1) % 9) }));
    const links = [...ring, { kind: 'place', a: 3, b: 20 }, { kind: 'organization', a: 30, b: 31 }];
    expect(groupsAround(links, 3)).toEqual([
      { kind: 'organization', members: [0, 1, 2, 4, 5, 6, 7, 8] }, { kind: 'place', members: [20] },
    ]);
    expect(groupsAround(links, 40)).toEqual([]);
  });
});

describe('ways along ties', () => {
  // A path 0–1–2–3, a triangle 4–5–6 hanging on 3, and 7 alone.
  const next = adjacency(8, [{ a: 0, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 3 }, { a: 3, b: 4 }, { a: 4, b: 5 }, { a: 5, b: 6 }, { a: 4, b: 6 }]);

  it('counts steps and ends where no way leads', () => {
    expect([...stepsFrom(next, 0, 2)]).toEqual([[0, 0], [1, 1], [2, 2]]);
    expect(shortestWay(next, 0, 4)).toEqual([0, 1, 2, 3, 4]);
    expect(shortestWay(next, 3, 3)).toEqual([3]);
    expect(shortestWay(next, 0, 7)).toBeNull();
  });

  it('knows the core, the largest part, and what a closing cuts off', () => {
    expect([...kCore(next, 2)]).toEqual([4, 5, 6]);
    expect(largestPart(next)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    expect(cutOff(next, 2)).toEqual([[1, 0]]);
    expect(cutOff(next, 5)).toEqual([]);
  });

  it('tells inside from outside a ring', () => {
    const ring = [[0, 0], [10, 0], [10, 10], [0, 10]] as const;
    expect([inside(ring, 5, 5), inside(ring, 11, 5), inside(ring, -1, 5)]).toEqual([true, false, false]);
  });
});

describe('files', () => {
  const table = {
    title: 'A & B <"x">',
    nodes: [
      { id: 'a', label: '<script>&', x: 1, y: 2, values: { degree: 3, open: true, note: null } },
      { id: 'b', label: 'ひまわり', x: 0, y: 0, values: { degree: null, open: false, note: null } },
    ],
    edges: [{ id: '0', source: 'a', target: 'b', values: { evidence: 'mutual' } }],
  };

  it.each([['GraphML', graphml], ['GEXF', gexf]])('%s nests its tags and escapes every word', (_, write) => {
    const text = write(table);
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;&amp;');
    expect(text.match(/<node /g)).toHaveLength(2);
    expect(text.match(/<edge /g)).toHaveLength(1);
    // Every tag that is opened is closed.
    const open: string[] = [];
    for (const [, closes, name, closed] of text.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
      if (closes) expect(open.pop()).toBe(name);
      else if (!closed) open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });
});
