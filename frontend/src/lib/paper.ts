import { folded, lookedUp } from './sheet';
import { FREQUENCIES, KINDS, type Asked, type Star } from './star';

/**
 * What a keeper types of a paper ☆ sheet, one line at a time.
 *
 *     12            ☆ on row 12
 *     12 1 4 c2 d   with 計画の交換 and 同行訪問, closeness ②, twelve times or more
 *     3,5,9  7-10   ☆ on several rows; what follows after a space is told of each
 *     -12  12-      takes the ☆ away
 *
 * Rows are parted by commas, what is told of them by spaces: `3 5` is row 3 with 紹介・引継ぎ, never rows 3 and 5.
 */

/** Letters of the frequency bands on paper, in their order. */
export const LETTERS = ['a', 'b', 'c', 'd'] as const;

export type FaultCode = 'row' | 'no_row' | 'range' | 'detail' | 'twice' | 'not_asked' | 'several' | 'code';
export interface Fault {
  code: FaultCode;
  /** What was typed there. */
  at: string;
}

export type Line =
  | { kind: 'empty' }
  | { kind: 'set'; rows: number[]; details: Star | null }
  | { kind: 'drop'; rows: number[] }
  | { kind: 'fault'; fault: Fault };

const CIRCLED = '①②③';
const DASHES = /[‐‑‒–—―−ーｰ－]/g;
const COMMAS = /[、，､;；]/g;

/** Full width, circled figures and the dashes of every keyboard, as one plain spelling. */
export function plain(text: string): string {
  return [...text]
    // Normalising would turn ② into the figure of a kind.
    .map((letter) => (CIRCLED.includes(letter) ? ` c${CIRCLED.indexOf(letter) + 1} ` : letter))
    .join('')
    .replace(COMMAS, ',')
    .replace(DASHES, '-')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([,-]) ?/g, '$1')
    .trim();
}

class Wrong extends Error {
  readonly fault: Fault;
  constructor(code: FaultCode, at: string) {
    super(code);
    this.fault = { code, at };
  }
}

/** Reads a line; `last` is the number of the sheet's last row. */
export function readLine(text: string, last: number, asked: Asked): Line {
  const line = plain(text);
  if (line === '') return { kind: 'empty' };
  if (readCode(text)) return { kind: 'fault', fault: { code: 'code', at: text.trim() } };
  try {
    const [first = '', ...rest] = line.split(' ');
    const drops = first.startsWith('-') || first.endsWith('-');
    const rows = readRows(first.replace(/^-|-$/g, ''), last);
    if (!drops) return { kind: 'set', rows, details: rest.length > 0 ? readDetails(rest, asked) : null };
    if (rest[0] !== undefined) throw new Wrong('detail', rest[0]);
    return { kind: 'drop', rows };
  } catch (error) {
    if (error instanceof Wrong) return { kind: 'fault', fault: error.fault };
    throw error;
  }
}

/** What is told of an agency that stands on no row: the same figures and letters without a row before them. */
export function readTold(text: string, asked: Asked): Star | Fault {
  try {
    return readDetails(plain(text).split(' ').filter(Boolean), asked);
  } catch (error) {
    if (error instanceof Wrong) return error.fault;
    throw error;
  }
}

function readRows(text: string, last: number): number[] {
  const rows = new Set<number>();
  for (const part of text.split(',').filter(Boolean)) {
    const range = /^(\d+)-(\d+)$/.exec(part);
    const from = readRow(range?.[1] ?? part, last);
    const to = range?.[2] === undefined ? from : readRow(range[2], last);
    if (to < from) throw new Wrong('range', part);
    for (let row = from; row <= to; row += 1) rows.add(row);
  }
  if (rows.size === 0) throw new Wrong('no_row', text);
  return [...rows].sort((a, b) => a - b);
}

function readRow(text: string, last: number): number {
  if (!/^\d+$/.test(text)) throw new Wrong('no_row', text);
  const row = Number(text);
  if (row < 1 || row > last) throw new Wrong('row', text);
  return row;
}

function readDetails(words: readonly string[], asked: Asked): Star {
  const details: Star = { kinds: [], closeness: null, frequency: null };
  const once = (before: unknown, word: string) => {
    if (before !== null) throw new Wrong('twice', word);
  };
  for (const word of words) {
    if (/^[1-6]+$/.test(word)) {
      if (!asked.kinds) throw new Wrong('not_asked', word);
      for (const figure of word) details.kinds.push(...KINDS.slice(Number(figure) - 1, Number(figure)));
    } else if (/^c[1-3]$/.test(word)) {
      if (!asked.closeness) throw new Wrong('not_asked', word);
      once(details.closeness, word);
      details.closeness = Number(word[1]);
    } else if (/^[a-d]$/.test(word)) {
      if (!asked.frequency) throw new Wrong('not_asked', word);
      once(details.frequency, word);
      details.frequency = FREQUENCIES[LETTERS.findIndex((letter) => letter === word)] ?? null;
    } else {
      // 「3 5 9」 was most likely meant as three rows.
      throw new Wrong(/^\d+$/.test(word) ? 'several' : 'detail', word);
    }
  }
  details.kinds = KINDS.filter((kind) => details.kinds.includes(kind));
  return details;
}

/** Letters a sheet's code is made of; none that an eye or a FAX takes for another. */
const CODE = /^[34679ACDEFGHJKMNPQRTWXY]{12}$/;

/** The code of a sheet, typed in any spelling or scanned as the whole address of its QR code; `null` when it is none. */
export function readCode(text: string): string | null {
  const tail = text.normalize('NFKC').trim().split(/[?#]/)[0]?.split('/').pop() ?? '';
  const letters = folded(tail);
  return CODE.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}` : null;
}

interface Known {
  code: string;
  name: string;
}

/** Sheets somebody may mean: the one of a code, those whose code begins so (four letters or more), or those of a name. */
export function findSheets<S extends Known>(text: string, sheets: readonly S[]): S[] {
  const code = readCode(text);
  if (code) return sheets.filter((sheet) => sheet.code === code);
  const begun = folded(text);
  if (begun.length >= 4 && /^[\w\s-]+$/.test(plain(text))) {
    const found = sheets.filter((sheet) => sheet.code.replaceAll('-', '').startsWith(begun));
    if (found.length > 0) return found;
  }
  const name = lookedUp(text);
  return name === '' ? [] : sheets.filter((sheet) => lookedUp(sheet.name).includes(name));
}
