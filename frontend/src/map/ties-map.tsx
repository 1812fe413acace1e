import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bounds } from '../lib/office';
import { Controls } from './controls';
import { JAPAN, canDraw, start } from './engine';
import type { BaseMap } from './style';
import { addTies, officeAt, showTies, type Ties } from './ties-layers';

const QUIET = { onMove() {}, onHover() {}, onSelect() {}, onCrowd() {} };

interface Props {
  base: BaseMap;
  bounds: Bounds | null;
  data: Ties;
  /** The chosen office, brought into sight. */
  chosen: string;
  onSelect: (id: string | null) => void;
}

/** Ties as lines between offices. Everything on it stands in the list too. */
export default function TiesMap({ base, bounds, data, chosen, onSelect }: Props) {
  const { t, i18n } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [drawable] = useState(canDraw);
  const [map, setMap] = useState<MapLibre | null>(null);
  const latest = useRef({ base, bounds, data, onSelect });
  latest.current = { base, bounds, data, onSelect };

  useEffect(() => {
    const element = container.current;
    if (!element || !drawable) return;
    let live = true;
    let made: MapLibre | null = null;
    start(
      {
        container: element, base: latest.current.base, params: {}, lang: i18n.language, offices: false, view: null, bounds: latest.current.bounds ?? JAPAN,
        locale: { 'Map.Title': t('map.canvas'), 'AttributionControl.ToggleAttribution': t('map.credits') },
      },
      () => QUIET,
    ).then(
      (ready) => {
        made = ready;
        if (!live) return ready.remove();
        addTies(ready);
        ready.on('click', ({ point }) => latest.current.onSelect(officeAt(ready, point)));
        ready.on('mousemove', ({ point }) => {
          ready.getCanvas().style.cursor = officeAt(ready, point) === null ? '' : 'pointer';
        });
        setMap(ready);
      },
      () => undefined,
    );
    return () => {
      live = false;
      made?.remove();
      setMap(null);
    };
  }, [drawable, i18n.language, t]);

  useEffect(() => {
    if (map) showTies(map, data);
  }, [map, data]);

  useEffect(() => {
    const at = latest.current.data.nodes.find(({ key }) => key === chosen);
    if (map && at && !map.getBounds().contains([at.lon, at.lat])) map.easeTo({ center: [at.lon, at.lat] });
  }, [map, chosen]);

  if (!drawable) return <p className="no-map muted" role="note">{t('map.unavailable.text')}</p>;
  return (
    <div className="map">
      <div ref={container} className="map-canvas" data-ready={map !== null} />
      {map && <Controls map={map} home={bounds ?? JAPAN} />}
    </div>
  );
}
