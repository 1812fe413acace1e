import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useCallback, useMemo, useRef, useState } from 'react';
import { Button, Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { officeQuery } from '../../api/queries';
import type { Card, Meta, OfficePage } from '../../api/types';
import { around, widen } from '../../lib/geo';
import type { Bounds, LatLon } from '../../lib/office';
import { filterParams, tileParams, type SearchState } from '../../lib/search-state';
import { groupOf } from '../../lib/systems';
import { Icon } from '../../ui/icons';
import { Loading } from '../../ui/states';
import { ChosenCard } from './chosen-card';
import type { Update } from './use-search-state';

const MapView = lazy(() => import('../../map/map-view'));

interface Props {
  state: SearchState;
  update: Update;
  meta: Meta;
  cards: Card[];
  /** The answer to the current state; nothing while an older one is still shown. */
  answer: OfficePage | undefined;
  hovered: string | null;
  onHover: (id: string | null) => void;
  onCenter: (center: LatLon) => void;
}

export function SearchMap({ state, update, meta, cards, answer, hovered, onHover, onCenter }: Props) {
  const { t } = useTranslation();
  const [auto, setAuto] = useState(false);
  const [moved, setMoved] = useState<Bounds | null>(null);
  const [here, setHere] = useState<LatLon | null>(null);
  const params = useMemo(() => tileParams(state), [state]);
  const bounds = useMemo(() => goal(state, answer), [state, answer]);
  const radius = useMemo(
    () => (state.near && state.radius ? { center: state.near, metres: state.radius } : null),
    [state.near, state.radius],
  );
  const found = cards.find((card) => card.id === state.selected);
  const detail = useQuery({ ...officeQuery(state.selected ?? ''), enabled: state.selected !== null && !found });
  const chosen: Card | undefined = state.selected ? (found ?? detail.data) : undefined;
  const spot = useMemo(() => spotOf(chosen), [chosen]);
  const hoveredSpot = useMemo(() => spotOf(cards.find((card) => card.id === hovered)), [cards, hovered]);
  const areas = useMemo(() => {
    const place = answer?.interpretation.place?.codes;
    return place ? [...state.area, ...place] : state.area;
  }, [state.area, answer]);

  const autoNow = useRef(auto);
  autoNow.current = auto;
  const onMove = useCallback(
    (view: [number, number, number], box: Bounds, byUser: boolean) => {
      onCenter({ lat: view[1], lon: view[2] });
      if (!byUser) return;
      if (autoNow.current) update({ map: view, bbox: box }, { replace: true });
      else {
        update({ map: view }, { replace: true });
        setMoved(box);
      }
    },
    [update, onCenter],
  );

  function searchHere() {
    if (moved) update({ bbox: moved });
    setMoved(null);
  }

  return (
    <section className="map-pane" aria-label={t('map.label')}>
      <Suspense fallback={<Loading label={t('map.loading')} />}>
        <MapView
          base={meta.base_map} params={params} view={state.map} bounds={bounds} home={meta.bounds ?? null}
          hovered={hoveredSpot} chosen={spot} here={here ?? state.near} radius={radius} areas={areas}
          onMove={onMove} onHover={onHover} onLocate={setHere}
          onSelect={(hit) => update({ selected: hit?.id ?? null }, { replace: true })}
          onCrowd={(box) => {
            const inside = widen(box);
            update({ bbox: inside, view: 'list' });
            setMoved(null);
          }}
        />
      </Suspense>
      <div className="map-search">
        {moved && !auto && (
          <Button className="button primary" onPress={searchHere}><Icon name="search" size={18} /> {t('map.search_here')}</Button>
        )}
        <Switch className="switch" isSelected={auto} onChange={setAuto}>
          <span className="switch-track" aria-hidden="true" />
          {t('map.auto')}
        </Switch>
      </div>
      {chosen && <ChosenCard office={chosen} onClose={() => update({ selected: null }, { replace: true })} />}
    </section>
  );
}

/** What the map should show: the circle of a search nearby, else the found offices. */
function goal(state: SearchState, answer: OfficePage | undefined): { key: string; box: Bounds } | null {
  if (state.near && state.radius) return { key: `near ${JSON.stringify([state.near, state.radius])}`, box: around(state.near, state.radius) };
  if (state.bbox) return { key: state.bbox.join(), box: state.bbox };
  if (!answer?.bounds) return null;
  return { key: JSON.stringify(filterParams(state)), box: answer.bounds };
}

function spotOf(card: Card | undefined) {
  if (!card?.position) return null;
  return { lat: card.position.lat, lon: card.position.lon, group: groupOf(card.systems) };
}
