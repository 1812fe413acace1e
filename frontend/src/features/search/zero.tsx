import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Alternative } from '../../api/types';
import { count } from '../../lib/format';
import { activeCount, parse, toParams, type SearchState } from '../../lib/search-state';
import { Terms } from '../../ui/terms';
import type { Update } from './use-search-state';

interface Props {
  state: SearchState;
  update: Update;
  reset: () => void;
  alternatives: Alternative[];
  empty: boolean;
}

/** Nothing found: why, and the wider searches with what they would find. */
export function Zero({ state, alternatives, empty }: Props) {
  const { t, i18n } = useTranslation();
  if (empty) {
    return (
      <div className="panel notice">
        <h2>{t('start.empty.title')}</h2>
        <p><Terms>{t('start.empty.text')}</Terms></p>
        <p className="row"><Link className="button primary" to="/import">{t('start.empty.import')}</Link></p>
      </div>
    );
  }
  const useful = alternatives.filter((alternative) => alternative.total > 0);
  return (
    <div className="panel zero">
      <h2>{t('zero.title')}</h2>
      <p>{reason()}</p>
      {useful.length > 0 && (
        <>
          <h3>{t('zero.try')}</h3>
          <ul className="alternatives">
            {useful.map((alternative) => (
              <li key={`${alternative.reason} ${alternative.q ?? ''}`}>
                <Link to="/search" search={toParams(apply(state, alternative))}>
                  {t(`zero.${alternative.reason}`, { q: alternative.q ?? state.q })}
                  <strong> {t('search.total', { count: alternative.total, total: count(alternative.total, i18n.language) })}</strong>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {useful.length === 0 && <p><Terms>{t('zero.hint')}</Terms></p>}
    </div>
  );

  function reason(): string {
    if (state.q && activeCount(state) > 0) return t('zero.words_and_filters', { q: state.q });
    if (!state.q) return t('zero.filters');
    return t(/\s/.test(state.q.trim()) ? 'zero.all_words' : 'zero.words', { q: state.q });
  }
}

const NAMES: Record<string, Partial<SearchState>> = {
  near: { near: null, radius: null }, radius_m: { radius: null }, bbox: { bbox: null }, area: { area: [] },
  system: { system: [] }, service: { service: [] }, open: { open: [] }, both_systems: { both: false },
  kyosei: { kyosei: false }, strength: { strength: [] }, availability: { availability: null }, checked_within: { checked: null }, q: { q: '' }, sort: { sort: null },
};

/** The state an alternative stands for: what it drops, then what it sets. */
export function apply(state: SearchState, { drop, q, radius_m }: Alternative): SearchState {
  const dropped = Object.assign({}, state, ...drop.map((name) => NAMES[name] ?? {}), { map: null, selected: null }) as SearchState;
  return parse({
    ...toParams(dropped),
    ...(q != null ? { q } : {}),
    ...(radius_m != null ? { radius_m } : {}),
  });
}
