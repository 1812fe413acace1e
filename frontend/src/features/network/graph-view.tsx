import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { canDraw } from '../../lib/can-draw';
import { useMedia } from '../../lib/use-media';
import { Icon } from '../../ui/icons';
import { Loading } from '../../ui/states';
import { Legend } from './legend';
import { turned } from './network-state';
import type { Shared } from './shared';

const load = () => import('../../graph/graph-canvas');
const GraphCanvas = lazy(load);

/** Fetches the drawing's own part of the program while the answer is still on its way. */
export const fetchGraph = () => void load().catch(() => undefined);

/** つながりの図. */
export function GraphView(shared: Shared) {
  const { view, state, update, picture, selection, words } = shared;
  const { t } = useTranslation();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [lasso, setLasso] = useState(false);
  const [zoom, setZoom] = useState<{ key: number; way: 'in' | 'out' | 'whole' }>({ key: 0, way: 'whole' });
  const [drawable] = useState(canDraw);
  // Another office in the middle is another extent: a camera left elsewhere would show nothing of it.
  useEffect(() => setZoom(({ key }) => ({ key: key + 1, way: 'whole' })), [selection.ego]);
  const byId = useMemo(() => new Map(view.nodes.map((node) => [node.id, node])), [view]);
  const describe = useCallback(
    (key: string) => {
      const node = byId.get(key);
      return node ? words.office(node) : (view.forums.find(({ id }) => key === `forum:${id}`)?.name ?? '');
    },
    [byId, view, words],
  );
  if (!drawable) {
    return <div className="no-map" role="note"><h2>{t('network.no_graph.title')}</h2><p>{t('network.no_graph.text')}</p></div>;
  }
  const press = (way: 'in' | 'out' | 'whole') => setZoom({ key: zoom.key + 1, way });
  return (
    <div className="network-graph">
      <div className="network-stage">
        <Suspense fallback={<Loading label={t('network.loading')} />}>
          <GraphCanvas
            picture={picture} label={t('network.canvas')} describe={describe} lasso={lasso} zoom={zoom} still={still} chosen={state.office || null}
            onSelect={(key) => { if (!key?.startsWith('forum:')) update({ office: key ?? '' }, { replace: true }); }}
            onGather={(key) => { if (!key.startsWith('forum:')) update({ gathered: turned(state.gathered, key) }, { replace: true }); }}
            onLasso={(ring) => {
              setLasso(false);
              update({ lasso: ring, gathered: [] });
            }}
          />
        </Suspense>
        {picture.nodes.length === 0 && <p className="network-empty panel notice">{t('network.empty')}</p>}
        <div className="map-controls" role="group" aria-label={t('network.tools')}>
          <Tool icon="plus" label={t('network.zoom.in')} onPress={() => press('in')} />
          <Tool icon="minus" label={t('network.zoom.out')} onPress={() => press('out')} />
          <Tool icon="map" label={t('network.zoom.whole')} onPress={() => press('whole')} />
          <ToggleButton className="map-control network-lasso" isSelected={lasso} onChange={setLasso} aria-label={t('network.lasso')}>
            <svg className="icon" width={20} height={20} viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3.2 2.4">
              <path d="M12 4c5 0 9 2.500 9 6.500s-4 6.500-9 6.500s-9-2.500-9-6.500s4-6.500 9-6.500M8 17c-1.500 1-1.500 3 1 4" />
            </svg>
            <span className="map-control-label" aria-hidden="true">{t('network.lasso')}</span>
          </ToggleButton>
        </div>
      </div>
      <Legend {...shared} />
    </div>
  );
}

function Tool({ icon, label, onPress }: { icon: 'plus' | 'minus' | 'map'; label: string; onPress: () => void }) {
  return (
    <Button className="map-control" aria-label={label} onPress={onPress}>
      <Icon name={icon} />
      <span className="map-control-label" aria-hidden="true">{label}</span>
    </Button>
  );
}
