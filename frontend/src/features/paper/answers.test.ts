import { describe, expect, it } from 'vitest';
import type { PaperRow } from '../../api/surveys';
import { readLine } from '../../lib/paper';
import { PLAIN as NOTHING } from '../../lib/star';
import { applied, changesOf, numbered, starsOf, wholeOf } from './answers';

const ASKED = { kinds: true, closeness: true, frequency: true };
const told = { kinds: ['training'], closeness: 3, frequency: '3-5' };
const row = (number: number | null, office: string, star: PaperRow['star'] = null): PaperRow => ({
  number, office, name: office, services: [], system: 'care', last_time: false, star,
});
const rows = [row(1, 'a'), row(2, 'b', told), row(3, 'c'), row(null, 'd', NOTHING)];
const type = (text: string) => changesOf(readLine(text, 3, ASKED), numbered(rows), starsOf(rows));

describe('what a line changes', () => {
  it('is the ☆ of its rows', () => {
    expect(type('1')).toEqual([{ office: 'a', star: NOTHING }]);
    expect(type('1,3 6')).toEqual(['a', 'c'].map((office) => ({ office, star: { ...NOTHING, kinds: ['training'] } })));
    expect(type('-2')).toEqual([{ office: 'b', star: null }]);
    expect(type('9')).toEqual([]);
  });

  it('keeps what was told before where only the number is typed again', () => {
    expect(type('2')).toEqual([{ office: 'b', star: told }]);
    expect(type('2 a')).toEqual([{ office: 'b', star: { ...NOTHING, frequency: '1-2' } }]);
  });
});

it('the last save holds the whole sheet, with every ☆ that was taken away', () => {
  const before = starsOf(rows);
  const now = applied(before, [...type('1'), ...type('-2')]);
  expect(wholeOf(before, now)).toEqual([{ office: 'd', star: NOTHING }, { office: 'a', star: NOTHING }, { office: 'b', star: null }]);
});
