import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { metaQuery } from '../../api/queries';
import { boundsOf, widen } from '../../lib/geo';
import { Loading } from '../../ui/states';
import { Legend } from './legend';
import type { Shared } from './shared';

const TiesMap = lazy(() => import('../../map/ties-map'));

/** 地図: the same offices and ties where they lie. */
export function MapOfTies(shared: Shared) {
  const { view, update, picture, state } = shared;
  const { t } = useTranslation();
  const meta = useQuery(metaQuery).data;
  const places = useMemo(() => new Map(view.nodes.flatMap(({ id, position }) => (position ? [[id, { lat: position[0], lon: position[1] }] as const] : []))), [view]);
  const data = useMemo(
    () => ({
      nodes: picture.nodes.flatMap((node) => {
        const at = places.get(node.key);
        return at ? [{ ...node, ...at }] : [];
      }),
      edges: picture.edges.flatMap((edge) => {
        const [from, to] = [places.get(edge.source), places.get(edge.target)];
        return from && to ? [{ ...edge, from, to }] : [];
      }),
    }),
    [picture, places],
  );
  const bounds = useMemo(() => {
    const inside = view.nodes.flatMap((node) => (node.inside && node.position ? [{ lat: node.position[0], lon: node.position[1] }] : []));
    const box = boundsOf(inside);
    return box && widen(box, 0.08);
  }, [view]);
  const missing = picture.nodes.filter(({ key }) => !key.startsWith('forum:')).length - data.nodes.length;
  if (!meta) return <Loading />;
  return (
    <div className="network-map">
      <Suspense fallback={<Loading label={t('map.loading')} />}>
        <TiesMap base={meta.base_map} bounds={bounds} data={data} chosen={state.office} onSelect={(id) => update({ office: id ?? '' }, { replace: true })} />
      </Suspense>
      {missing > 0 && <p className="network-missing small">{t('network.unplaced', { count: missing })}</p>}
      <Legend {...shared} />
    </div>
  );
}
