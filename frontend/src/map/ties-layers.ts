import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { LatLon } from '../lib/office';
import { LABEL_FONT } from './fonts';

/** Offices and the lines between them, as the drawing of the network has them. */
export interface Ties {
  nodes: (LatLon & { key: string; color: string; size: number; label: string; faint: boolean; marked: boolean; rank: number })[];
  edges: { from: LatLon; to: LatLon; color: string; width: number; line: string; faint: boolean }[];
}

/** Lengths in widths of the line; a pattern cannot come from the data, so each has a layer. */
const PATTERNS: Record<string, number[] | null> = { solid: null, dashed: [4, 2.6], dotted: [1, 1.6], double: null, dash_dot: [5, 2, 1.4, 2] };
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
export const DOTS = 'tie-dots';

export function addTies(map: MapLibre): void {
  map.addSource('ties', { type: 'geojson', data: NOTHING });
  map.addSource('tie-offices', { type: 'geojson', data: NOTHING });
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    map.addLayer({
      id: `tie-${name}`, type: 'line', source: 'ties', filter: ['==', ['get', 'line'], name],
      layout: { 'line-sort-key': ['get', 'order'], 'line-cap': 'butt' },
      paint: {
        'line-color': ['get', 'color'], 'line-width': ['get', 'width'], 'line-opacity': ['case', ['get', 'faint'], 0.5, 0.9],
        ...(pattern ? { 'line-dasharray': pattern } : {}), ...(name === 'double' ? { 'line-gap-width': 1.6 } : {}),
      },
    } as LayerSpecification);
  }
  map.addLayer({
    id: DOTS, type: 'circle', source: 'tie-offices', layout: { 'circle-sort-key': ['get', 'rank'] },
    paint: {
      'circle-color': ['get', 'color'], 'circle-radius': ['get', 'size'],
      'circle-stroke-color': ['case', ['get', 'marked'], '#0b1c3a', '#fff'], 'circle-stroke-width': ['case', ['get', 'marked'], 3, 1.2],
    },
  });
  map.addLayer({
    id: 'tie-names', type: 'symbol', source: 'tie-offices', filter: ['!', ['get', 'faint']],
    layout: {
      'text-field': ['get', 'label'], 'text-font': [LABEL_FONT], 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.9],
      'text-optional': true, 'symbol-sort-key': ['-', 0, ['get', 'rank']],
    },
    paint: { 'text-color': '#14213d', 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  });
}

export function showTies(map: MapLibre, { nodes, edges }: Ties): void {
  const point = ({ lat, lon }: LatLon): [number, number] => [lon, lat];
  map.getSource<GeoJSONSource>('ties')?.setData({
    type: 'FeatureCollection',
    features: edges.map(({ from, to, color, width, line, faint }) => ({
      type: 'Feature', properties: { color, line, faint, width: line === 'double' ? 1.2 : width, order: faint ? 0 : 1 },
      geometry: { type: 'LineString', coordinates: [point(from), point(to)] },
    })),
  });
  map.getSource<GeoJSONSource>('tie-offices')?.setData({
    type: 'FeatureCollection',
    features: nodes.map(({ key, color, size, label, faint, marked, rank, ...at }) => ({
      type: 'Feature', properties: { key, color, size: Math.max(4, size * 0.8), label, faint, marked, rank: marked ? 1e9 : rank },
      geometry: { type: 'Point', coordinates: point(at) },
    })),
  });
}

/** The office under a point, with the reach of a finger. */
export function officeAt(map: MapLibre, { x, y }: { x: number; y: number }): string | null {
  const found = map.queryRenderedFeatures([[x - 6, y - 6], [x + 6, y + 6]], { layers: [DOTS] })[0];
  return found ? String(found.properties.key) : null;
}
