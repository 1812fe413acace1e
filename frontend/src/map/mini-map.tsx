import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boundsOf, widen } from '../lib/geo';
import { JAPAN, canDraw, start } from './engine';
import type { Spot } from './map-view';
import type { BaseMap } from './style';

const NOTHING = { onMove() {}, onHover() {}, onSelect() {}, onCrowd() {} };

/** A small still map with the given offices and nothing else; the address beside it says the same in words. */
export default function MiniMap({ base, spots, label }: { base: BaseMap; spots: Spot[]; label: string }) {
  const { i18n, t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [drawable] = useState(canDraw);
  const [map, setMap] = useState<MapLibre | null>(null);

  useEffect(() => {
    const element = container.current;
    const only = spots[0];
    if (!element || !drawable || !only) return;
    let live = true;
    let made: MapLibre | null = null;
    const bounds = boundsOf(spots);
    start(
      {
        container: element, base, lang: i18n.language, interactive: false, offices: false,
        params: {},
        view: spots.length === 1 ? [13.6, only.lat, only.lon] : null,
        bounds: bounds ? widen(bounds, 0.1) : JAPAN,
        locale: { 'Map.Title': label, 'AttributionControl.ToggleAttribution': t('map.credits') },
      },
      () => NOTHING,
    ).then(
      (ready) => {
        made = ready;
        if (!live) return ready.remove();
        ready.getSource<GeoJSONSource>('focus')?.setData({
          type: 'FeatureCollection',
          features: spots.map(({ lat, lon, group }) => ({
            type: 'Feature',
            properties: { kind: spots.length === 1 ? 'chosen' : 'hover', group: group ?? 'community' },
            geometry: { type: 'Point', coordinates: [lon, lat] },
          })),
        });
        if (spots.length > 1) ready.setLayoutProperty('hover', 'visibility', 'none');
        setMap(ready);
      },
      () => undefined,
    );
    return () => {
      live = false;
      made?.remove();
      setMap(null);
    };
  }, [base, spots, label, drawable, i18n.language, t]);

  if (!drawable) return <p className="muted">{t('map.unavailable.text')}</p>;
  return <div ref={container} className="mini-map" data-ready={map !== null} />;
}
