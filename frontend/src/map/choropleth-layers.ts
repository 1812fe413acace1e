import type { FeatureCollection, Point } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { CIRCLE, CLASSES, NO_DATA, ZERO, colorOf } from '../lib/classes';
import { LABEL_FONT } from './fonts';
import { pattern } from './pattern';
import { tileUrl } from './style';

/** An area with its figure. */
export interface Figure {
  code: string;
  name: string;
  value: number | null;
  class: string;
  center: { lat: number; lon: number } | null;
  /** Codes of the areas to colour for it. */
  drawn: string[];
}

/** What the layers show. */
export interface Figures {
  rows: Figure[];
  moreIsBetter: boolean;
  /** Counts are circles: a large area with many offices is not a dense one. */
  circles: boolean;
  chosen: string | null;
}

/** A point with a short text: a place that is reckoned with. */
export interface Mark {
  lat: number;
  lon: number;
  text: string;
}

const FILLS = ['gaps-class', 'gaps-zero', 'gaps-none'];
const NOTHING: FeatureCollection<Point> = { type: 'FeatureCollection', features: [] };

/** Adds the layers under borders and names. Kinds are those of the areas to colour. */
export function addChoropleth(map: MapLibre, kinds: string): void {
  map.addImage('gaps-zero', pattern(ZERO.ground, ZERO.line, 'lines'), { pixelRatio: 2 });
  map.addImage('gaps-none', pattern(NO_DATA.ground, NO_DATA.line, 'dots'), { pixelRatio: 2 });
  map.addSource('gaps', { type: 'vector', tiles: [tileUrl('areas', { kind: kinds })], minzoom: 0, maxzoom: 14 });
  map.addSource('gaps-circles', { type: 'geojson', data: NOTHING });
  const area = { source: 'gaps', 'source-layer': 'areas' };
  const none = among([]);
  map.addLayer({ id: 'gaps-class', type: 'fill', ...area, filter: none, paint: { 'fill-opacity': 0.88 } }, 'border-ward');
  map.addLayer({ id: 'gaps-zero', type: 'fill', ...area, filter: none, paint: { 'fill-pattern': 'gaps-zero' } }, 'border-ward');
  map.addLayer({ id: 'gaps-none', type: 'fill', ...area, filter: none, paint: { 'fill-pattern': 'gaps-none' } }, 'border-ward');
  map.addLayer({ id: 'gaps-line', type: 'line', ...area, paint: { 'line-color': '#5d6b86', 'line-width': 0.7 } }, 'border-ward');
  map.addLayer({ id: 'gaps-chosen', type: 'line', ...area, filter: none, paint: { 'line-color': '#0b1c3a', 'line-width': 3.2 } });
  map.addLayer({
    id: 'gaps-circle', type: 'circle', source: 'gaps-circles',
    paint: {
      'circle-color': CIRCLE, 'circle-opacity': 0.78, 'circle-stroke-color': ['case', ['get', 'chosen'], '#0b1c3a', '#fff'],
      'circle-stroke-width': ['case', ['get', 'chosen'], 3, 1.5], 'circle-radius': ['get', 'radius'],
    },
  });
  map.addLayer({
    id: 'gaps-number', type: 'symbol', source: 'gaps-circles',
    layout: { 'text-field': ['to-string', ['get', 'value']], 'text-font': [LABEL_FONT], 'text-size': 12, 'text-allow-overlap': true },
    paint: { 'text-color': '#0b1c3a', 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  });
  map.addSource('gaps-marks', { type: 'geojson', data: NOTHING });
  map.addLayer({
    id: 'gaps-mark', type: 'circle', source: 'gaps-marks',
    paint: { 'circle-color': '#b3261e', 'circle-radius': 11, 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 },
  });
  map.addLayer({
    id: 'gaps-mark-text', type: 'symbol', source: 'gaps-marks',
    layout: { 'text-field': ['get', 'text'], 'text-font': [LABEL_FONT], 'text-size': 13, 'text-allow-overlap': true },
    paint: { 'text-color': '#fff' },
  });
}

/** Sets the points on top. */
export function showMarks(map: MapLibre, marks: readonly Mark[]): void {
  map.getSource<GeoJSONSource>('gaps-marks')?.setData({
    type: 'FeatureCollection',
    features: marks.map(({ lat, lon, text }) => ({ type: 'Feature', properties: { text }, geometry: { type: 'Point', coordinates: [lon, lat] } })),
  });
}

/** Brings the layers to what is to be seen. */
export function showFigures(map: MapLibre, { rows, moreIsBetter, circles, chosen }: Figures): void {
  const coded = (wanted: (figure: string) => boolean) => rows.filter((row) => wanted(row.class)).flatMap((row) => row.drawn);
  const classed = circles ? [] : coded((figure) => figure !== 'zero' && figure !== 'no_data');
  map.setFilter('gaps-class', among(classed));
  map.setFilter('gaps-zero', among(circles ? [] : coded((figure) => figure === 'zero')));
  map.setFilter('gaps-none', among(circles ? [] : coded((figure) => figure === 'no_data')));
  map.setFilter('gaps-chosen', among(rows.filter((row) => row.code === chosen).flatMap((row) => row.drawn)));
  map.setFilter('gaps-line', among(rows.flatMap((row) => row.drawn)));
  if (classed.length > 0) map.setPaintProperty('gaps-class', 'fill-color', colors(rows, moreIsBetter));
  map.getSource<GeoJSONSource>('gaps-circles')?.setData(circles ? bubbles(rows, chosen) : NOTHING);
}

/** The row under a point of the screen. */
export function figureAt(map: MapLibre, point: { x: number; y: number }, rows: Figure[]): Figure | null {
  const at: [number, number] = [point.x, point.y];
  const circle = map.queryRenderedFeatures(at, { layers: ['gaps-circle'] })[0];
  const found = circle ?? map.queryRenderedFeatures(at, { layers: FILLS })[0];
  const code = found && String(found.properties.code);
  return rows.find((row) => row.code === code || row.drawn.some((part) => part === code)) ?? null;
}

export function among(codes: string[]): ExpressionSpecification {
  return ['in', ['get', 'code'], ['literal', codes]];
}

function colors(rows: Figure[], moreIsBetter: boolean): ExpressionSpecification {
  const branches = CLASSES.flatMap((figure) => {
    const codes = rows.filter((row) => row.class === figure).flatMap((row) => row.drawn);
    return codes.length > 0 ? [codes, colorOf(figure, moreIsBetter)] : [];
  });
  return ['match', ['get', 'code'], ...branches, NO_DATA.ground] as never;
}

/** Circles whose area grows with the count; large ones first, so that small ones lie on top. */
function bubbles(rows: Figure[], chosen: string | null): FeatureCollection<Point> {
  const most = Math.max(1, ...rows.map((row) => row.value ?? 0));
  const sorted = rows.filter((row) => row.center && (row.value ?? 0) > 0).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return {
    type: 'FeatureCollection',
    features: sorted.map((row) => ({
      type: 'Feature',
      properties: { code: row.code, value: row.value, chosen: row.code === chosen, radius: 5 + 27 * Math.sqrt((row.value ?? 0) / most) },
      geometry: { type: 'Point', coordinates: [row.center?.lon ?? 0, row.center?.lat ?? 0] },
    })),
  };
}
