import { useCallback } from 'react';
import { EMPTY, parse, toParams, type SearchState } from '../../lib/search-state';
import { useAddressState, type Update as UpdateOf } from '../../lib/use-address-state';

export type Update = UpdateOf<SearchState>;

/** What is searched for, as the address states it. */
export function useSearchState(): { state: SearchState; update: Update; reset: () => void } {
  const { state, update } = useAddressState('/search', parse, toParams);
  const { view } = state;
  const reset = useCallback(() => update({ ...EMPTY, view }), [update, view]);
  return { state, update, reset };
}
