import { createContext } from 'react';
import type { TermIndex } from './terms';

export interface GlossaryWords {
  index: TermIndex;
  /** Says that there is text to look through: only then the glossary is fetched. */
  want: () => void;
}

/** The words of the glossary, given to every part that shows running text; none while they are not there. */
export const GlossaryContext = createContext<GlossaryWords>({ index: new Map(), want: () => undefined });
