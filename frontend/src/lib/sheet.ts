/** Letters and digits of a sheet's code, as it is printed in groups of four. */
const LETTERS = 12;

/** The code as people type it, folded: full width, small letters, hyphens and spaces. */
export function folded(code: string): string {
  return code.normalize('NFKC').toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** `ABCD-EFGH-JKMN`, or `null` when it cannot be a code. */
export function grouped(code: string): string | null {
  const plain = folded(code);
  return plain.length === LETTERS ? [plain.slice(0, 4), plain.slice(4, 8), plain.slice(8)].join('-') : null;
}

/** A word as one would look it up: width, case and kana do not matter. */
export function lookedUp(text: string): string {
  const wide = text.normalize('NFKC').toLowerCase();
  return wide.replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60)).replaceAll(/\s/g, '');
}
