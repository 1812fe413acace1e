import './search.css';
import './filters.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metaQuery, officesQuery } from '../../api/queries';
import type { LatLon } from '../../lib/office';
import { listParams } from '../../lib/search-state';
import { useTitle } from '../../lib/use-title';
import { WIDE, useMedia } from '../../lib/use-media';
import { ActiveTags } from './active-tags';
import { Results } from './results';
import { SearchMap } from './search-map';
import { Toolbar } from './toolbar';
import { useSearchState } from './use-search-state';
import { ViewSwitch } from './view-switch';

/** List and map in step; the address holds the whole view. */
export function SearchPage() {
  const { t } = useTranslation();
  const { state, update, reset } = useSearchState();
  const wide = useMedia(WIDE);
  const meta = useQuery(metaQuery);
  const params = useMemo(() => listParams(state), [state]);
  const offices = useInfiniteQuery(officesQuery(params));
  const first = offices.data?.pages[0];
  const cards = useMemo(() => offices.data?.pages.flatMap((page) => page.items) ?? [], [offices.data]);
  const [hovered, setHovered] = useState<string | null>(null);
  const [center, setCenter] = useState<LatLon | null>(null);
  useTitle(state.q || t('nav.search'), t('shell.name'));

  const showList = wide || state.view === 'list';
  const showMap = wide || state.view === 'map';
  return (
    <div className={`search ${state.view}`}>
      <h1 className="visually-hidden">{t('search.title')}</h1>
      <Toolbar state={state} update={update} facets={first?.facets} center={center} total={first?.total} wide={wide} />
      <ActiveTags state={state} update={update} reset={reset} facets={first?.facets} />
      <div className="search-panes">
        {showList && (
          <Results
            state={state} update={update} reset={reset} query={offices} first={first} cards={cards}
            hovered={hovered} onHover={setHovered} empty={meta.data?.offices === 0}
          />
        )}
        {showMap && meta.data && (
          <SearchMap
            state={state} update={update} meta={meta.data} cards={cards} answer={offices.isPlaceholderData ? undefined : first}
            hovered={hovered} onHover={setHovered} onCenter={setCenter}
          />
        )}
      </div>
      {!wide && <ViewSwitch view={state.view} onChange={(view) => update({ view }, { replace: true })} />}
    </div>
  );
}
