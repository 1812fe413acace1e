import type { ExpressionSpecification, FilterSpecification, Map as MapLibre } from 'maplibre-gl';
import { RING } from './images';
import { LABEL_FONT } from './fonts';
import { tileUrl } from './style';

export const CLICKABLE = ['clusters', 'offices'];

/** Adds the offices of our tiles: rings with counts where many stand together, marks where one stands alone. */
export function addOffices(map: MapLibre, params: Record<string, string>, lang: string): void {
  map.addSource('offices', { type: 'vector', tiles: [tileUrl('offices', params)], minzoom: 0, maxzoom: 16 });
  map.addLayer({
    id: 'offices', type: 'symbol', source: 'offices', 'source-layer': 'offices',
    layout: {
      'icon-image': ['concat', 'office-', ['get', 'group']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 6, 0.7, 12, 0.85, 15, 1],
      'icon-allow-overlap': true,
      'text-field': ['step', ['zoom'], '', 14, ['coalesce', ['get', 'name'], '']],
      'text-font': [LABEL_FONT], 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 1.2],
      'text-optional': true, 'text-max-width': 11,
    },
    paint: { 'text-color': '#14213d', 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  });
  map.addLayer({
    id: 'clusters', type: 'symbol', source: 'offices', 'source-layer': 'clusters',
    layout: {
      'icon-image': ringImage(),
      'icon-size': ['interpolate', ['linear'], ['log10', ['max', 1, ['get', 'n']]], 0.3, 0.62, 2, 0.85, 5, 1.25],
      'icon-allow-overlap': true,
      'text-field': short(lang), 'text-font': [LABEL_FONT],
      'text-size': ['interpolate', ['linear'], ['log10', ['max', 1, ['get', 'n']]], 0.3, 12, 5, 15],
      'text-allow-overlap': true,
      'symbol-sort-key': ['get', 'n'],
    },
    paint: { 'text-color': '#0b1c3a', 'text-halo-color': '#fff', 'text-halo-width': 1 },
  });
}

/** Rings and circle around the hovered and the chosen office, and the radius of the search. */
export function addFocus(map: MapLibre): void {
  const empty = { type: 'FeatureCollection' as const, features: [] };
  map.addSource('focus', { type: 'geojson', data: empty });
  map.addSource('radius', { type: 'geojson', data: empty });
  const below = map.getLayer('offices') ? 'offices' : undefined;
  map.addLayer({ id: 'radius-fill', type: 'fill', source: 'radius', paint: { 'fill-color': '#0a5fa8', 'fill-opacity': 0.06 } }, below);
  map.addLayer({ id: 'radius-line', type: 'line', source: 'radius', paint: { 'line-color': '#0a5fa8', 'line-width': 2, 'line-dasharray': [3, 2] } }, below);
  const kind = (name: string): FilterSpecification => ['==', ['get', 'kind'], name];
  map.addLayer({
    id: 'here', type: 'circle', source: 'focus', filter: kind('here'),
    paint: { 'circle-radius': 7, 'circle-color': '#0a5fa8', 'circle-stroke-color': '#fff', 'circle-stroke-width': 3 },
  });
  map.addLayer({
    id: 'hover', type: 'circle', source: 'focus', filter: kind('hover'),
    paint: { 'circle-radius': 20, 'circle-color': '#f3cf73', 'circle-opacity': 0.35, 'circle-stroke-color': '#8a6100', 'circle-stroke-width': 3 },
  });
  map.addLayer({
    id: 'chosen', type: 'symbol', source: 'focus', filter: kind('chosen'),
    layout: { 'icon-image': 'chosen', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  });
  // A chosen office inside a cluster has no mark of its own: its group's mark is drawn over the ring.
  map.addLayer({
    id: 'chosen-mark', type: 'symbol', source: 'focus', filter: ['all', ['has', 'group'], ['in', ['get', 'kind'], ['literal', ['chosen', 'hover']]]],
    layout: { 'icon-image': ['concat', 'office-', ['get', 'group']], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  });
}

/** Shares of the systems in eighths: few enough images, fine enough to read. */
function ringImage(): ExpressionSpecification {
  const number = (name: string): ExpressionSpecification => ['to-number', ['get', name], 0];
  const parts: ExpressionSpecification[] = [
    number('care'), number('disability'), number('child'),
    ['+', number('health'), number('municipal'), number('community')],
  ];
  const total: ExpressionSpecification = ['max', 1, ['+', ...parts] as ExpressionSpecification];
  const eighth = (part: ExpressionSpecification): ExpressionSpecification =>
    ['to-string', ['round', ['*', RING.steps, ['/', part, total]]]];
  const texts = parts.flatMap((part) => ['-', eighth(part)]);
  return ['concat', 'ring', ...texts] as ExpressionSpecification;
}

/** 12,345 → 1.2万 or 12k: a ring has no room for more. */
function short(lang: string): ExpressionSpecification {
  const n: ExpressionSpecification = ['get', 'n'];
  const [unit, name] = lang === 'ja' ? [10_000, '万'] : [1000, 'k'];
  return [
    'case', ['<', n, lang === 'ja' ? 10_000 : 1000], ['to-string', n],
    ['concat', ['to-string', ['/', ['round', ['/', n, unit / 10]], 10]], name],
  ];
}
