import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Interpretation as Reading } from '../../api/types';
import type { SearchState } from '../../lib/search-state';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import type { Update } from './use-search-state';

interface Props {
  interpretation: Reading;
  state: SearchState;
  update: Update;
}

/** How the words were understood, and the way back where that was wrong. */
export function Interpretation({ interpretation, state, update }: Props) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const { place, services, corrected, without_place } = interpretation;
  if (!state.q || (!place && services.length === 0 && !corrected)) return null;
  const names = services.slice(0, 3).map((code) => serviceName(taxonomy, code, i18n.language)).join(t('list.separator'));
  return (
    <ul className="interpretation">
      {place && (
        <li>
          {t('search.as_place', { place: place.name })}{' '}
          <Button className="link" onPress={() => update({ q: without_place, map: null, selected: null })}>{t('search.as_place_undo')}</Button>
        </li>
      )}
      {services.length > 0 && <li>{t('search.as_service', { services: names, count: services.length })}</li>}
      {corrected && (
        <li>
          {t('search.corrected')}{' '}
          <Button className="link" onPress={() => update({ q: corrected, map: null, selected: null })}>{corrected}</Button>
        </li>
      )}
    </ul>
  );
}
