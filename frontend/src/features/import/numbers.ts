import type { Decision, ImportFile, Mapping } from '../../api/types';

export const COUNTS = ['rows', 'new', 'changed', 'unchanged', 'gone', 'rejected', 'candidates'] as const;
export type Count = (typeof COUNTS)[number];

export function sum(files: readonly ImportFile[], count: Count): number {
  return files.reduce((total, file) => total + (file[count] ?? 0), 0);
}

/** Only a file that could be read may be taken in. */
export function canImport(file: ImportFile): boolean {
  return !file.error && file.kind !== 'unknown';
}

/** A table whose columns nobody knows yet. */
export function needsMapping(file: ImportFile): boolean {
  return !file.mapping && file.columns.length > 0 && (file.error ? file.error.code === 'unknown_layout' : file.kind === 'unknown');
}

/** What is sent to begin: every file, those left out by hand or by an error marked to be skipped. */
export function decisions(files: readonly ImportFile[], left: ReadonlySet<number>): Decision[] {
  return files.map((file) => ({ index: file.index, skip: left.has(file.index) || !canImport(file) }));
}

/** `2025-12`: what an edition is written as. */
export function isEdition(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(text.trim());
}

export const FIELDS = [
  'name', 'kana', 'service', 'number', 'organization', 'organization_number', 'prefecture', 'city', 'address', 'building',
  'postal_code', 'phone', 'fax', 'url', 'email', 'latitude', 'longitude', 'capacity', 'remarks',
] as const;
export type Field = (typeof FIELDS)[number];

/** Column names municipal files use, for a first guess that a person then checks. */
const HINTS: Record<Field, RegExp> = {
  name: /^(施設|事業所|機関|園|学校)?(の)?名(称)?$|^name$/i,
  kana: /カナ|かな|フリガナ|ふりがな|kana/i,
  service: /サービス|種別|種類|分類/,
  number: /事業所番号|医療機関コード/,
  organization: /法人(の)?名|運営(主体|法人)|設置者|団体名/,
  organization_number: /法人番号/,
  prefecture: /^都道府県名?$|所在地_?都道府県/,
  city: /^市区?町村名?$|所在地_?市区町村/,
  address: /住所|所在地|address/i,
  building: /方書|建物|ビル/,
  postal_code: /郵便/,
  phone: /電話|TEL/i,
  fax: /FAX|ファクス|ファックス/i,
  url: /URL|ホームページ|HP|ウェブ/i,
  email: /メール|mail/i,
  latitude: /緯度|lat/i,
  longitude: /経度|lon|lng/i,
  capacity: /定員/,
  remarks: /備考|特記/,
};

export function guess(columns: readonly string[]): Record<string, string> {
  const taken = new Set<string>();
  const found: Record<string, string> = {};
  for (const field of FIELDS) {
    const column = columns.find((name) => !taken.has(name) && HINTS[field].test(name.normalize('NFKC').trim()));
    if (!column) continue;
    taken.add(column);
    found[field] = column;
  }
  return found;
}

/** Why a mapping cannot be used yet, `null` when it can. */
export function missing(mapping: Omit<Mapping, 'kind'>): 'name' | 'service' | 'label' | null {
  if (!mapping.columns.name) return 'name';
  if (!mapping.columns.service && !mapping.constants.service) return 'service';
  return isLabel(mapping.name) ? null : 'label';
}

/** What the server takes as the name of a mapping: it becomes part of the data set's name. */
export function isLabel(name: string): boolean {
  return /^[\p{L}\p{N}_-]{1,60}$/u.test(name);
}

/** A name to start from: the file's, without what a name may not hold. */
export function labelFrom(file: string): string {
  const base = file.split('/').at(-1)?.replace(/\.[a-z0-9]+$/i, '') ?? '';
  return base.normalize('NFKC').replace(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, 60);
}
