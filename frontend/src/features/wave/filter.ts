import type { SheetSummary } from '../../api/surveys';
import { lookedUp } from '../../lib/sheet';

export interface Filter {
  text: string;
  /** A state, `awaited` for those that have answered nothing final, or all. */
  state: string;
  municipality: string;
}

export const NOTHING: Filter = { text: '', state: '', municipality: '' };

/** Neither finished, refused nor taken back: who can still be reminded. */
export const isAwaited = ({ state }: Pick<SheetSummary, 'state'>) => state === 'waiting' || state === 'begun';

/** Without spaces and hyphens, katakana as hiragana. */
const folded = (text: string) => lookedUp(text).replaceAll('-', '');

/** Sheets whose name, code or number holds the words, of a state and a municipality. */
export function filtered(sheets: readonly SheetSummary[], { text, state, municipality }: Filter): SheetSummary[] {
  const words = text.split(/\s+/).map(folded).filter(Boolean);
  return sheets.filter((sheet) => {
    const whole = folded([sheet.name, sheet.code, sheet.phone, sheet.fax, sheet.municipality].join('|'));
    return words.every((word) => whole.includes(word))
      && (state === '' || (state === 'awaited' ? isAwaited(sheet) : sheet.state === state))
      && (municipality === '' || sheet.municipality === municipality);
  });
}

/** A list to telephone from, as columns a spreadsheet takes. */
export const phoneList = (sheets: readonly SheetSummary[], head: readonly string[]): string =>
  [head, ...sheets.map((sheet) => [sheet.name, sheet.phone ?? '', sheet.fax ?? '', sheet.municipality ?? '', sheet.code])]
    .map((row) => row.join('\t')).join('\n');
