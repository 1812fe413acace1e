import { describe, expect, it } from 'vitest';
import type { ServiceDetail } from '../api/types';
import { EMPTY } from '../lib/search-state';
import { ringShares } from '../map/images';
import { parseSearch, stringifySearch } from '../lib/address';
import { wantedLanguage } from '../i18n/setup';
import { groupByHours } from '../features/office/hours';
import { editions, merged } from '../features/office/sources';
import { apply } from '../features/search/zero';
import { families } from '../lib/datasets';

const service = (code: string, more: Partial<ServiceDetail> = {}): ServiceDetail => ({
  id: code, code, system: 'care', name: 'x', kyosei: false, edition: '2025-12', extra: {}, schedule: {}, source: { key: '1', dataset: 'kaigo:430', label: '介護', edition: '2025-12' }, ...more,
});

describe('hours of an office', () => {
  const nine = { weekday: '09:00-17:00' };
  it('share a line where they are the same', () => {
    const rows = groupByHours([service('a', { schedule: nine }), service('b', { schedule: nine }), service('c', { schedule: { weekday: '' } })], (code) => code);
    expect(rows.map((row) => row.names)).toEqual([['a', 'b'], ['c']]);
  });
  it('leave out services that are gone or say nothing', () => {
    expect(groupByHours([service('a', { schedule: nine, gone_in: '2026-06' }), service('b'), service('c', { schedule: {} })], String)).toEqual([]);
  });
});

it('names each source of an office once, with its newest edition', () => {
  const old = { key: '1', dataset: 'kaigo:130', label: '介護', edition: '2024-12' };
  const other = { key: '1', dataset: 'wamnet:53', label: 'WAM NET', edition: '2026-03' };
  expect(editions({ services_detail: [service('a', { source: old }), service('b'), service('c', { source: other })] })).toEqual([
    { label: '介護', edition: '2025-12' },
    { label: 'WAM NET', edition: '2026-03' },
  ]);
});

describe('an alternative to a search without hits', () => {
  const state = { ...EMPTY, q: 'x', kyosei: true, near: { lat: 35, lon: 135 }, radius: 1000, selected: 'a', map: [9, 35, 135] as [number, number, number] };
  it('drops what it names and keeps the rest', () => {
    const next = apply(state, { reason: 'without_filters', drop: ['kyosei', 'near'], total: 1 });
    expect(next).toMatchObject({ q: 'x', kyosei: false, near: null, radius: null });
  });
  it('sets what it gives and shows the whole answer', () => {
    const next = apply(state, { reason: 'wider_radius', radius_m: 5000, drop: [], total: 1 });
    expect(next).toMatchObject({ radius: 5000, kyosei: true, selected: null, map: null });
  });
});

it('sums data sets up by family with the newest edition', () => {
  const set = (dataset: string, edition: string) => ({ dataset, edition, label: '', rows: 10, gone: 1 });
  expect(families([set('wamnet:52', '2025-09'), set('wamnet:53', '2026-03'), set('kaigo:110', '2025-12'), set('odd:1', '2020-01')])).toMatchObject([
    { family: 'kaigo', edition: '2025-12', sets: 1 },
    { family: 'wamnet', edition: '2026-03', sets: 2, rows: 20, gone: 2 },
  ]);
});

it('reads a ring of the map back from its name', () => {
  expect(ringShares('ring-4-3-1-0')).toEqual([4, 3, 1, 0]);
  expect(ringShares('office-care')).toBeNull();
});

describe('addresses', () => {
  it('are readable and come back the same', () => {
    expect(stringifySearch({ bbox: '135,34,136,35', area: 'a:1', q: '' })).toBe('?bbox=135,34,136,35&area=a:1');
    expect(parseSearch('?q=a%26b&near=35,135')).toEqual({ q: 'a&b', near: '35,135' });
  });
  it('say the language before anything stored does', () => {
    expect(wantedLanguage('?lang=en', 'ja')).toBe('en');
    expect(wantedLanguage('', 'en')).toBe('en');
    expect(wantedLanguage('?lang=fr', null)).toBe('ja');
  });
});

it('shows equal values of a field once, as current when any file says so', () => {
  const value = (text: string, source_label: string, current: boolean) => ({ field: 'phone', value: text, source_label, current, kind: 'official', edition: '2025-12' });
  const rows = merged([value('000-1', 'a', false), value('000-2', 'a', false), value('000-1', 'b', true)]);
  expect(rows.map((row) => [row.first.value, row.current, row.all.map((one) => one.source_label)])).toEqual([
    ['000-1', true, ['a', 'b']],
    ['000-2', false, ['a']],
  ]);
});
