import { describe, expect, it } from 'vitest';
import { findSheets, readCode, readLine, readTold } from './paper';

const ASKED = { kinds: true, closeness: true, frequency: true };
const read = (text: string, asked = ASKED) => readLine(text, 60, asked);
const none = { kinds: [], closeness: null, frequency: null };

describe('a line of a paper sheet', () => {
  it('of a row alone sets its ☆ and leaves what was told of it', () => {
    expect(read('12')).toEqual({ kind: 'set', rows: [12], details: null });
    expect(read(' １２ ')).toEqual({ kind: 'set', rows: [12], details: null });
    expect(read('　')).toEqual({ kind: 'empty' });
  });

  it('tells kinds by figures, closeness by c and a figure, frequency by a letter, in any order', () => {
    const told = { kinds: ['plan_exchange', 'joint_visit'], closeness: 2, frequency: '12+' };
    for (const text of ['12 1 4 c2 d', '12 14 c2 d', '12 d ② 41', '１２　１　４　Ｃ２　Ｄ', '12 1 4② d']) {
      expect(read(text), text).toEqual({ kind: 'set', rows: [12], details: told });
    }
  });

  it('knows the letter c from the closeness c1 to c3', () => {
    expect(read('12 c')).toMatchObject({ details: { ...none, frequency: '6-11' } });
    expect(read('12 c3')).toMatchObject({ details: { ...none, closeness: 3 } });
    expect(read('12 c c3')).toMatchObject({ details: { ...none, closeness: 3, frequency: '6-11' } });
  });

  it('takes a ☆ away by a minus on either side, of any keyboard', () => {
    for (const text of ['12-', '-12', '12 -', '－１２', '１２ー', '−12', '12–']) {
      expect(read(text), text).toEqual({ kind: 'drop', rows: [12] });
    }
    expect(read('-3,5')).toEqual({ kind: 'drop', rows: [3, 5] });
    expect(read('7-9-')).toEqual({ kind: 'drop', rows: [7, 8, 9] });
  });

  it('reads commas and ranges as rows, and spaces never', () => {
    for (const text of ['3,5,9', '3、5、9', '3, 5, 9', '９，５，３', '3､5､9,']) {
      expect(read(text), text).toEqual({ kind: 'set', rows: [3, 5, 9], details: null });
    }
    expect(read('3-5,9 2')).toEqual({ kind: 'set', rows: [3, 4, 5, 9], details: { ...none, kinds: ['information'] } });
    expect(read('3 5')).toEqual({ kind: 'set', rows: [3], details: { ...none, kinds: ['referral'] } });
    expect(read('3 5 9')).toEqual({ kind: 'fault', fault: { code: 'several', at: '9' } });
  });

  it('is refused with what was wrong, never read half', () => {
    const fault = (code: string, at: string) => ({ kind: 'fault', fault: { code, at } });
    expect(read('61')).toEqual(fault('row', '61'));
    expect(read('0')).toEqual(fault('row', '0'));
    expect(read('3,61')).toEqual(fault('row', '61'));
    expect(read('9-3')).toEqual(fault('range', '9-3'));
    expect(read('ほし')).toEqual(fault('no_row', 'ほし'));
    expect(read('-')).toEqual(fault('no_row', ''));
    expect(read('12 e')).toEqual(fault('detail', 'e'));
    expect(read('12 c4')).toEqual(fault('detail', 'c4'));
    expect(read('12 c1 c2')).toEqual(fault('twice', 'c2'));
    expect(read('12 a b')).toEqual(fault('twice', 'b'));
    expect(read('4679-ACDE-FGHJ')).toEqual(fault('code', '4679-ACDE-FGHJ'));
  });

  it('tells nothing the survey does not ask', () => {
    const bare = { kinds: false, closeness: false, frequency: false };
    for (const word of ['1', 'c2', 'd']) {
      expect(read(`12 ${word}`, bare), word).toEqual({ kind: 'fault', fault: { code: 'not_asked', at: word } });
    }
    expect(read('12', bare)).toEqual({ kind: 'set', rows: [12], details: null });
  });
});

it('what is told of an agency on no row needs no row', () => {
  expect(readTold('２ ③', ASKED)).toEqual({ kinds: ['information'], closeness: 3, frequency: null });
  expect(readTold('', ASKED)).toEqual(none);
  expect(readTold('9', ASKED)).toMatchObject({ code: 'several' });
});

describe('the code of a sheet', () => {
  it('is read as people type and scanners send it', () => {
    for (const text of ['4679-ACDE-FGHJ', '4679acdefghj', ' ４６７９－ＡＣＤＥ－ＦＧＨＪ ', 'https://hoshizu.example/s/4679-ACDE-FGHJ', 'https://hoshizu.example/s/4679ACDEFGHJ?lang=en']) {
      expect(readCode(text), text).toBe('4679-ACDE-FGHJ');
    }
    for (const text of ['4679-ACDE-FGH', '4679-ACDE-FGHO', '', '12']) expect(readCode(text), text).toBeNull();
  });

  it('finds its sheet, by its first letters or by the name of the office too', () => {
    const sheets = [
      { code: '4679-ACDE-FGHJ', name: 'ほうき星 ケアプラン' }, { code: '4679-WXYA-3333', name: '相談室ほうき星' }, { code: 'WXYA-4444-4444', name: '相談室すばる' },
    ];
    const codes = (text: string) => findSheets(text, sheets).map((sheet) => sheet.code);
    expect(codes('4679acdefghj')).toEqual(['4679-ACDE-FGHJ']);
    expect(codes('4679')).toEqual(['4679-ACDE-FGHJ', '4679-WXYA-3333']);
    expect(codes('wxya-4')).toEqual(['WXYA-4444-4444']);
    expect(codes('ほうき星')).toEqual(['4679-ACDE-FGHJ', '4679-WXYA-3333']);
    expect(codes('ほうき星ケア')).toEqual(['4679-ACDE-FGHJ']);
    expect(codes('')).toEqual([]);
    expect(codes('3333-3333-3333')).toEqual([]);
  });
});
