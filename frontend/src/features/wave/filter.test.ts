import { expect, it } from 'vitest';
import type { SheetSummary } from '../../api/surveys';
import { NOTHING, filtered, phoneList } from './filter';

const sheet = (name: string, change: Partial<SheetSummary> = {}): SheetSummary => ({
  code: '4679-ACDE-FGHJ', office: name, name, system: 'care', services: [], municipality: '麦野市', phone: '0169-16-2537', fax: null, state: 'waiting', way: null,
  late: false, stars: 0, named_by: 0, changed_at: null, reminded_at: null, ...change,
});
const sheets = [sheet('ケアプラン ほうき星'), sheet('相談室すばる', { state: 'begun', municipality: '茜沢町' }), sheet('地域包括 北', { state: 'finished', phone: null })];
const names = (change: Partial<typeof NOTHING>) => filtered(sheets, { ...NOTHING, ...change }).map((one) => one.name);

it('finds sheets by name, telephone and code in any spelling', () => {
  expect(names({ text: 'けあ' })).toEqual(['ケアプラン ほうき星']);
  expect(names({ text: 'ｹｱﾌﾟﾗﾝほうき星' })).toEqual(['ケアプラン ほうき星']);
  expect(names({ text: '0169162537' })).toEqual(['ケアプラン ほうき星', '相談室すばる']);
  expect(names({ text: '4679acde 包括' })).toEqual(['地域包括 北']);
});

it('takes begun sheets for awaited ones', () => {
  expect(names({ state: 'awaited' })).toEqual(['ケアプラン ほうき星', '相談室すばる']);
  expect(names({ state: 'waiting' })).toEqual(['ケアプラン ほうき星']);
  expect(names({ municipality: '茜沢町' })).toEqual(['相談室すばる']);
});

it('writes a list to telephone from, one office a line', () => {
  expect(phoneList(sheets.slice(0, 1), ['名称', '電話', 'FAX', '市町村', 'コード'])).toBe(
    '名称\t電話\tFAX\t市町村\tコード\nケアプラン ほうき星\t0169-16-2537\t\t麦野市\t4679-ACDE-FGHJ',
  );
});
