import type { Words } from './words';

const SHARES = ['density', 'duty_coverage', 'degree_centralization'];

/** How a figure of the whole is written: shares in per cent, the rest as numbers. */
export function formOf(code: string, words: Words): (value: number) => string {
  return SHARES.includes(code) ? words.share : words.number;
}
