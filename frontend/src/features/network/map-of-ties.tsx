import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkView } from '../../api/network';
import { metaQuery } from '../../api/queries';
import { boundsOf, widen } from '../../lib/geo';
import { Loading } from '../../ui/states';
import { Legend } from './legend';
import type { Shared } from './shared';

const TiesMap = lazy(() => import('../../map/ties-map'));

const isForum = (key: string | null) => key?.startsWith('forum:') ?? false;

/** Where offices lie, and forums: in the middle of those of their members that are shown. */
function placesOf({ nodes, forums }: NetworkView, shown: ReadonlySet<string>): ReadonlyMap<string, { lat: number; lon: number }> {
  const of = ({ position }: NetworkView['nodes'][number]) => (position ? { lat: position[0], lon: position[1] } : null);
  const places = new Map(nodes.flatMap((node) => { const at = of(node); return at ? [[node.id, at] as const] : []; }));
  for (const { id, members } of forums) {
    const seats = members.flatMap((index) => { const node = nodes[index]; const at = node && shown.has(node.id) ? of(node) : null; return at ? [at] : []; });
    const mean = (axis: 'lat' | 'lon') => seats.reduce((sum, seat) => sum + seat[axis], 0) / seats.length;
    if (seats.length > 0) places.set(`forum:${id}`, { lat: mean('lat'), lon: mean('lon') });
  }
  return places;
}

/** 地図: the same offices and ties where they lie. */
export function MapOfTies(shared: Shared) {
  const { view, update, picture, state } = shared;
  const { t } = useTranslation();
  const meta = useQuery(metaQuery).data;
  const places = useMemo(() => placesOf(view, new Set(picture.nodes.map(({ key }) => key))), [view, picture]);
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
  const missing = picture.nodes.filter(({ key }) => !isForum(key) && !places.has(key)).length;
  if (!meta) return <Loading />;
  return (
    <div className="network-map">
      <Suspense fallback={<Loading label={t('map.loading')} />}>
        <TiesMap base={meta.base_map} bounds={bounds} data={data} chosen={state.office} onSelect={(id) => { if (!isForum(id)) update({ office: id ?? '' }, { replace: true }); }} />
      </Suspense>
      {missing > 0 && <p className="network-missing small">{t('network.unplaced', { count: missing })}</p>}
      <Legend {...shared} />
    </div>
  );
}
