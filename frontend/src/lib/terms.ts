/** Words of the glossary in running text: which stretch of it is a word, and which only looks like one. */
interface Both {
  ja: string;
  en: string;
}

/** A pair of the glossary, as it is shown where one of its words stands. */
export interface Term {
  code: string;
  care: Both;
  disability: Both;
  note: Both;
  words: { ja: readonly string[]; en: readonly string[] };
}

/** A stretch of text; with a term where it is to be explained. */
export interface Piece {
  text: string;
  term?: Term;
}

/** A name in small letters. Without a term it is a longer name inside which no word is to be found. */
interface Name {
  text: string;
  term: Term | null;
}

/** Names by their first character, the longest first. */
export type TermIndex = ReadonlyMap<string, readonly Name[]>;

const KANJI = /[々〆\u3400-\u9fff]/;
const KATAKANA = /[ァ-ヺー]/;
const LATIN = /[a-z0-9-]/;
/** What may follow a word in kanji without making another word of it (居宅介護支援事業所, 訪問介護員). */
const SUFFIXES = ['等', '事業所', '事業者', '者', '員', '的', '費', '側', '先', '時', '前', '後', '中', '認定', '申請', '担当'];
/** What may go before it (指定居宅介護支援事業者). */
const PREFIXES = ['指定', '当該', '各', '他'];

/** Ready to find the words of both languages. A service that is a word under its Japanese name is one under every name. */
export function termIndex(terms: readonly Term[], services: readonly Both[]): TermIndex {
  const names = new Map<string, Term | null>();
  const add = (name: string, term: Term | null) => {
    const text = name.toLowerCase();
    if (text && !names.has(text)) names.set(text, term);
  };
  for (const term of terms) for (const word of [...term.words.ja, ...term.words.en]) add(word, term);
  const words = new Map(names);
  for (const { ja, en } of services) {
    const term = words.get(ja.toLowerCase()) ?? words.get(ja.toLowerCase().replace(/（.*$/, '')) ?? null;
    add(ja, term);
    add(en, term);
  }
  const index = new Map<string, Name[]>();
  for (const [text, term] of names) {
    const first = text.charAt(0);
    index.set(first, [...(index.get(first) ?? []), { text, term }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.text.length - a.text.length);
  return index;
}

/** The text in pieces, from left to right, the longest word first; a word is marked where it stands for the first time. */
export function pieces(text: string, index: TermIndex): Piece[] {
  const small = text.toLowerCase();
  if (small.length !== text.length) return [{ text }];
  const found: Piece[] = [];
  const seen = new Set<string>();
  let plain = 0;
  let at = 0;
  while (at < small.length) {
    const name = index.get(small.charAt(at))?.find((one) => small.startsWith(one.text, at) && stands(small, at, one));
    if (!name) {
      at += 1;
      continue;
    }
    const end = endOf(small, at, name);
    if (name.term && !seen.has(name.text)) {
      seen.add(name.text);
      if (plain < at) found.push({ text: text.slice(plain, at) });
      found.push({ text: text.slice(at, end), term: name.term });
      plain = end;
    }
    at = end;
  }
  if (plain < text.length) found.push({ text: text.slice(plain) });
  return found;
}

/** Where it ends; an English word may be in the plural. */
function endOf(text: string, at: number, name: Name): number {
  const end = at + name.text.length;
  return LATIN.test(text.charAt(end - 1)) && text.charAt(end) === 's' ? end + 1 : end;
}

/** Whether it is a word of its own there, not a part of a longer one. */
function stands(text: string, at: number, name: Name): boolean {
  const end = endOf(text, at, name);
  const joined = (kind: RegExp, left: number) => left >= 0 && kind.test(text.charAt(left)) && kind.test(text.charAt(left + 1));
  if (joined(LATIN, at - 1) || joined(LATIN, end - 1)) return false;
  // A longer name is passed over wherever it is found.
  if (!name.term) return true;
  if (joined(KATAKANA, at - 1) || joined(KATAKANA, end - 1)) return false;
  if (joined(KANJI, end - 1) && !SUFFIXES.some((suffix) => text.startsWith(suffix, end))) return false;
  return !joined(KANJI, at - 1) || PREFIXES.some((prefix) => text.slice(0, at).endsWith(prefix) && !KANJI.test(text.charAt(at - prefix.length - 1)));
}
