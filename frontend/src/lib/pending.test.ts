import { describe, expect, it } from 'vitest';
import { NOTHING, isEmpty, laidOver, merge, next, parse, waiting, without, written, type Pending } from './pending';
import { PLAIN } from './star';

const trusted = { ...PLAIN, closeness: 3 };
const none = new Set<string>();
const agency = { name: '星見相談所', place: '', phone: '', star: PLAIN };

describe('what waits on a device', () => {
  it('is of each row the last change', () => {
    const both = merge({ rows: { a: PLAIN, b: PLAIN } }, { rows: { a: null }, consents: true });
    expect(both).toEqual({ rows: { a: null, b: PLAIN }, consents: true });
    expect(merge(both, { rows: {}, state: 'finished' }).state).toBe('finished');
    expect(waiting(merge(both, { rows: {}, unlisted: [agency] }))).toBe(3);
  });

  it('keeps what was changed again while the first change was on its way', () => {
    const sent: Pending = { rows: { a: PLAIN, b: PLAIN }, consents: true, state: 'begun' };
    const now = merge(sent, { rows: { a: trusted }, state: 'finished' });
    expect(without(now, sent)).toEqual({ rows: { a: trusted }, state: 'finished' });
    expect(isEmpty(without(sent, sent))).toBe(true);
  });

  it('does not lose a row that another tab has added', () => {
    expect(without({ rows: { a: PLAIN, other: null } }, { rows: { a: PLAIN } })).toEqual({ rows: { other: null } });
  });

  it('comes back from storage as it was, and damaged storage is nothing', () => {
    const all: Pending = { rows: { a: trusted, b: null }, unlisted: [agency], consents: true, state: 'finished' };
    expect(parse(written(all))).toEqual(all);
    expect(written(NOTHING)).toBeNull();
    for (const text of [null, '', '{', '[]', 'null', '{"rows":null}', '{"rows":7}']) expect(parse(text)).toEqual(NOTHING);
    expect(parse('{"rows":{},"state":"refused","unlisted":"x"}')).toEqual(NOTHING);
  });

  it('wins over what the server says of a row', () => {
    const rows = [{ office: 'a', star: PLAIN }, { office: 'b', star: null }, { office: 'c', star: trusted }];
    expect(laidOver(rows, { rows: { a: null, b: trusted } }).map((row) => row.star)).toEqual([null, trusted, trusted]);
  });
});

describe('what is sent next', () => {
  const all: Pending = { rows: { a: PLAIN, b: null }, unlisted: [agency], consents: true, state: 'finished' };

  it('is rows, then agencies, then the state, each with the consent', () => {
    const rows = next(all, none, false)!;
    expect(rows).toEqual({ rows: { a: PLAIN, b: null }, consents: true });
    const agencies = next(without(all, rows), none, false)!;
    expect(agencies).toEqual({ rows: {}, unlisted: [agency] });
    expect(next(without(without(all, rows), agencies), none, false)).toEqual({ rows: {}, state: 'finished' });
  });

  it('is the consent alone where nothing is answered yet, and nothing where nothing waits', () => {
    expect(next({ rows: {}, consents: true }, none, false)).toEqual({ rows: {}, consents: true });
    expect(next(NOTHING, none, false)).toBeNull();
  });

  it('leaves out a refused row, and does not finish over an agency that can be mended', () => {
    expect(next(all, new Set(['a']), false)?.rows).toEqual({ b: null });
    expect(next({ ...all, rows: { a: PLAIN } }, new Set(['a', 'unlisted']), false)).toBeNull();
    expect(next({ rows: { a: PLAIN }, state: 'finished' }, new Set(['a']), false)).toEqual({ rows: {}, state: 'finished' });
  });

  it('is one row where the refused one is looked for, and never more than the server takes', () => {
    expect(next(all, none, true)?.rows).toEqual({ a: PLAIN });
    const many: Pending = { rows: Object.fromEntries(Array.from({ length: 450 }, (_, at) => [`o${String(at)}`, PLAIN])) };
    expect(Object.keys(next(many, none, false)!.rows)).toHaveLength(200);
  });
});
