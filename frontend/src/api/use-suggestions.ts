import { useQuery } from '@tanstack/react-query';
import { useDebounced } from '../lib/use-debounced';
import { suggestQuery } from './queries';
import type { Suggestion } from './types';

/** Suggestions for what is being typed, asked for once typing pauses. */
export function useSuggestions(text: string): Suggestion[] {
  const settled = useDebounced(text, 120);
  const { data } = useQuery(suggestQuery(settled));
  return text.trim() === '' ? [] : (data?.items ?? []);
}
