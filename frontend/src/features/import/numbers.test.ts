import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../api/types';
import { canImport, decisions, guess, isEdition, isLabel, labelFrom, missing, needsMapping, sum } from './numbers';
import { size } from './upload';

function file(index: number, more: Partial<ImportFile> = {}): ImportFile {
  return {
    index, file: `${index}.csv`, kind: 'kaigo', edition: '2025-12', columns: ['A'], sample: [], rows: 10, new: 1, changed: 2,
    unchanged: 6, gone: 0, rejected: 1, candidates: 0, marks: [], imported: 3, seconds: 0.1, skip: false, changes: [], rejections: [], ...more,
  };
}

const BROKEN = { code: 'malformed_file', detail: '', remedy: '' };
const UNKNOWN = { code: 'unknown_layout', detail: '', remedy: '' };

describe('decisions', () => {
  it('take in what could be read and skip the rest', () => {
    const files = [file(0), file(1, { error: BROKEN }), file(2, { kind: 'unknown' })];
    expect(decisions(files, new Set()).map(({ skip }) => skip)).toEqual([false, true, true]);
  });
  it('respect a file left out by hand', () => {
    expect(decisions([file(0), file(1)], new Set([1]))).toEqual([{ index: 0, skip: false }, { index: 1, skip: true }]);
  });
});

it('asks for a mapping only where there are columns to map', () => {
  expect(needsMapping(file(0, { kind: 'unknown', error: UNKNOWN }))).toBe(true);
  expect(needsMapping(file(0, { kind: 'unknown', columns: [], error: UNKNOWN }))).toBe(false);
  expect(needsMapping(file(0, { error: BROKEN }))).toBe(false);
  expect(canImport(file(0))).toBe(true);
});

it('names a mapping so that the server takes it', () => {
  expect(labelFrom('data/施設 一覧（令和7年）.csv')).toBe('施設_一覧_令和7年_');
  expect(isLabel(labelFrom('a b/c!.xlsx'))).toBe(true);
  expect([isLabel(''), isLabel('a b'), isLabel('x'.repeat(61))]).toEqual([false, false, false]);
});

it('knows an edition when it sees one', () => {
  expect(['2026-03', ' 2026-12 ', '2026-03-31'].every(isEdition)).toBe(true);
  expect(['2026-13', '2026/03', '26-03', ''].some(isEdition)).toBe(false);
});

it('guesses columns by the names municipal files use, each column once', () => {
  const found = guess(['施設名称', '名称カナ', '所在地', '電話番号', 'ＦＡＸ番号', '緯度', '経度', '法人の名称']);
  expect(found).toEqual({
    name: '施設名称', kana: '名称カナ', address: '所在地', phone: '電話番号', fax: 'ＦＡＸ番号', latitude: '緯度', longitude: '経度',
    organization: '法人の名称',
  });
});

it('says what a mapping still lacks', () => {
  const mapping = (columns: Record<string, string>, constants: Record<string, string> = {}, name = 'm') => ({ name, columns, constants });
  expect(missing(mapping({}))).toBe('name');
  expect(missing(mapping({ name: 'A' }))).toBe('service');
  expect(missing(mapping({ name: 'A' }, { service: 'x' }, 'a b'))).toBe('label');
  expect(missing(mapping({ name: 'A' }, { service: 'x' }))).toBeNull();
});

it('adds up and shows sizes', () => {
  expect(sum([file(0), file(1)], 'rejected')).toBe(2);
  expect([size(12), size(1500), size(25_000), size(3_400_000)]).toEqual(['12 B', '1.5 kB', '25 kB', '3.4 MB']);
});
