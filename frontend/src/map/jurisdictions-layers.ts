import type { FeatureCollection, Point } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { NO_DATA } from '../lib/classes';
import type { LatLon } from '../lib/office';
import { among } from './choropleth-layers';
import { LABEL_FONT } from './fonts';
import { pattern } from './pattern';
import { tileUrl } from './style';

/** A part of an area in the colour of those in charge of it. */
export interface JurisdictionPart {
  key: string;
  /** Codes of the areas to colour; none where only the point is known. */
  shapes: string[];
  at: LatLon | null;
  /** `null` where nobody is in charge: drawn dotted. */
  color: string | null;
  /** Number of its group in the list; empty where nobody is in charge. */
  sign: string;
  /** Several are in charge of the same: a gold ring. */
  shared: boolean;
}

const AREAS = 'nurse-area';
const NOBODY = 'nurse-nobody';
const DOTS = 'nurse-dots';
const NOTHING: FeatureCollection<Point> = { type: 'FeatureCollection', features: [] };

/** Adds the layers under borders and names. Kinds are those of the areas to colour. */
export function addJurisdictions(map: MapLibre, kinds: string): void {
  map.addImage(NOBODY, pattern(NO_DATA.ground, NO_DATA.line, 'dots'), { pixelRatio: 2 });
  map.addSource('nurse-areas', { type: 'vector', tiles: [tileUrl('areas', { kind: kinds })], minzoom: 0, maxzoom: 14 });
  map.addSource(DOTS, { type: 'geojson', data: NOTHING });
  const area = { source: 'nurse-areas', 'source-layer': 'areas', filter: among([]) };
  map.addLayer({ id: AREAS, type: 'fill', ...area, paint: { 'fill-opacity': 0.55 } }, 'border-ward');
  map.addLayer({ id: NOBODY, type: 'fill', ...area, paint: { 'fill-pattern': NOBODY } }, 'border-ward');
  map.addLayer({ id: 'nurse-line', type: 'line', ...area, paint: { 'line-color': '#3c4a66', 'line-width': 1 } }, 'border-ward');
  map.addLayer({ id: 'nurse-shared', type: 'line', ...area, paint: { 'line-color': '#e0a800', 'line-width': 3.5, 'line-offset': 2 } });
  map.addLayer({ id: 'nurse-chosen', type: 'line', ...area, paint: { 'line-color': '#0b1c3a', 'line-width': 3.5 } });
  map.addLayer({
    id: DOTS, type: 'circle', source: DOTS,
    paint: {
      'circle-color': ['get', 'color'], 'circle-radius': ['get', 'radius'],
      'circle-stroke-color': ['get', 'edge'], 'circle-stroke-width': ['case', ['get', 'marked'], 3, 1.4],
    },
  });
  map.addLayer({
    id: 'nurse-signs', type: 'symbol', source: DOTS,
    layout: { 'text-field': ['get', 'sign'], 'text-font': [LABEL_FONT], 'text-size': 11, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': '#fff' },
  });
}

/** Brings the layers to what is to be seen. */
export function showJurisdictions(map: MapLibre, parts: JurisdictionPart[], chosen: string | null): void {
  const shapes = (wanted: (part: JurisdictionPart) => boolean) => among(parts.filter(wanted).flatMap((part) => part.shapes));
  map.setFilter(AREAS, shapes((part) => part.color !== null));
  map.setFilter(NOBODY, shapes((part) => part.color === null));
  map.setFilter('nurse-line', shapes(() => true));
  map.setFilter('nurse-shared', shapes((part) => part.shared));
  map.setFilter('nurse-chosen', shapes((part) => part.key === chosen));
  const branches = parts.flatMap((part) => (part.color && part.shapes.length > 0 ? [part.shapes, part.color] : []));
  if (branches.length > 0) map.setPaintProperty(AREAS, 'fill-color', ['match', ['get', 'code'], ...branches, NO_DATA.ground] as unknown as ExpressionSpecification);
  // Under the name of an area, not on it; a town's mark stands where the town is.
  const under: [number, number] = parts.some((part) => part.shapes.length > 0) ? [0, 18] : [0, 0];
  map.setPaintProperty(DOTS, 'circle-translate', under);
  map.setPaintProperty('nurse-signs', 'text-translate', under);
  map.getSource<GeoJSONSource>(DOTS)?.setData({
    type: 'FeatureCollection',
    features: parts.filter((part) => part.at && (part.color || part.shapes.length === 0)).map(({ key, at, color, sign, shared }) => ({
      type: 'Feature',
      properties: {
        key, sign, color: color ?? '#fff', radius: color ? 9 : 6, marked: shared || key === chosen,
        edge: key === chosen ? '#0b1c3a' : shared ? '#e0a800' : color ? '#fff' : NO_DATA.line,
      },
      geometry: { type: 'Point', coordinates: [at?.lon ?? 0, at?.lat ?? 0] },
    })),
  });
}

/** The part under a point, with the reach of a finger for small marks. */
export function partAt(map: MapLibre, { x, y }: { x: number; y: number }, parts: JurisdictionPart[]): string | null {
  const dot = map.queryRenderedFeatures([[x - 5, y - 5], [x + 5, y + 5]], { layers: [DOTS] })[0];
  if (dot) return String(dot.properties.key);
  const code = map.queryRenderedFeatures([x, y], { layers: [AREAS, NOBODY] })[0]?.properties.code as unknown;
  return parts.find((part) => part.shapes.some((shape) => shape === code))?.key ?? null;
}
