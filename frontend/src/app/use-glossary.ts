import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { glossaryQuery } from '../api/guide';
import type { GlossaryWords } from '../lib/glossary';
import type { Taxonomy } from '../lib/taxonomy';
import { termIndex } from '../lib/terms';

/** The glossary, fetched once a page shows running text; a word is only marked when the longer names are known too. */
export function useGlossary(taxonomy: Taxonomy | undefined): GlossaryWords {
  const [wanted, setWanted] = useState(false);
  const glossary = useQuery({ ...glossaryQuery, enabled: wanted && taxonomy !== undefined });
  const want = useCallback(() => setWanted(true), []);
  const terms = glossary.data?.terms;
  return useMemo(
    () => ({ index: terms && taxonomy ? termIndex(terms, taxonomy.services) : new Map(), want }),
    [terms, taxonomy, want],
  );
}
