import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BestPlaces, WhatIf } from '../../api/gaps';
import { areaQuery, metaQuery } from '../../api/queries';
import { boundsOf, widen } from '../../lib/geo';
import type { Bounds } from '../../lib/office';
import type { Update } from '../../lib/use-address-state';
import { Loading } from '../../ui/states';
import type { WhatIfState } from './what-if-state';

const Choropleth = lazy(() => import('../../map/choropleth'));

interface Props {
  state: WhatIfState;
  update: Update<WhatIfState>;
  supply: WhatIf | undefined;
  places: BestPlaces | undefined;
}

/** Offices of each part as circles and the places reckoned with; a click puts an office. All of it stands in the lists too. */
export function WhatIfMap({ state, update, supply, places }: Props) {
  const { t } = useTranslation();
  const meta = useQuery(metaQuery);
  const area = useQuery(areaQuery(state.area));
  const marks = useMemo(() => {
    const put = (supply?.placed ?? []).map(({ at }) => ({ ...at, text: '＋' }));
    return [...put, ...(places?.items ?? []).map(({ at }, rank) => ({ ...at, text: String(rank + 1) }))];
  }, [supply, places]);
  const figures = useMemo(() => {
    const parts = supply && supply.rows.length > 1 ? supply.rows.filter(({ whole }) => !whole) : (supply?.rows ?? []);
    const rows = parts.map(({ code, name, center, drawn, after }) => ({ code, name, value: after.offices, class: '', center: center ?? null, drawn }));
    return { rows, moreIsBetter: true, circles: true, chosen: null };
  }, [supply]);
  const code = figures.rows[0]?.code ?? state.area;
  const kinds = code.includes(':') ? (code.split(':')[0] ?? '') : 'municipality,ward';
  // A city of wards has no shape of its own: the middles of its parts stand for it.
  const points = useMemo(() => [...(supply?.rows ?? []).flatMap(({ center }) => (center ? [center] : [])), ...marks], [supply, marks]);
  const box = (area.data?.bounds as Bounds | null | undefined) ?? boundsOf(points);
  if (!meta.data || area.isLoading) return <div className="gaps-map"><Loading label={t('map.loading')} /></div>;
  const put = state.act === 'place';
  return (
    <div>
      <div className="gaps-map what-if-map">
        <Suspense fallback={<Loading label={t('map.loading')} />}>
          <Choropleth
            base={meta.data.base_map} kinds={kinds} bounds={box ? widen(box, 0.1) : (meta.data.bounds as Bounds | null | undefined) ?? null} figures={figures} marks={marks}
            onChoose={(_, { lat, lon }) => put && update({ area: state.area, at: `${lat.toFixed(5)},${lon.toFixed(5)}` }, { replace: true })}
          />
        </Suspense>
      </div>
      <p className="small muted">{put ? t('what_if.map_put') : t(state.act === 'new' ? 'what_if.map_new' : 'what_if.map_close')}</p>
    </div>
  );
}
