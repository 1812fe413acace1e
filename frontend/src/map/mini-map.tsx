import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useTranslation } from 'react-i18next';
import { boundsOf, widen } from '../lib/geo';
import { JAPAN } from './engine';
import type { Spot } from './map-view';
import type { BaseMap } from './style';
import { useMap } from './use-map';

/** A small still map with the given offices and nothing else; the address beside it says the same in words. */
export default function MiniMap({ base, spots, label }: { base: BaseMap; spots: Spot[]; label: string }) {
  const { t } = useTranslation();
  const anew = [label, ...spots.map(({ lat, lon, group }) => `${lat},${lon},${group ?? ''}`)].join(' ');
  const { container, map, drawable } = useMap(anew, () => framed(base, spots, label), (ready) => show(ready, spots));
  if (!drawable) return <p className="muted">{t('map.unavailable.text')}</p>;
  return <div ref={container} className="mini-map" data-ready={map !== null} />;
}

function framed(base: BaseMap, spots: readonly Spot[], label: string) {
  const bounds = boundsOf(spots);
  const only = spots.length === 1 ? spots[0] : undefined;
  const view: [number, number, number] | null = only ? [13.6, only.lat, only.lon] : null;
  return { base, label, interactive: false, view, bounds: bounds ? widen(bounds, 0.1) : JAPAN };
}

function show(map: MapLibre, spots: readonly Spot[]): void {
  map.getSource<GeoJSONSource>('focus')?.setData({
    type: 'FeatureCollection',
    features: spots.map(({ lat, lon, group }) => ({
      type: 'Feature',
      properties: { kind: spots.length === 1 ? 'chosen' : 'hover', group: group ?? 'community' },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  });
  if (spots.length > 1) map.setLayoutProperty('hover', 'visibility', 'none');
}
