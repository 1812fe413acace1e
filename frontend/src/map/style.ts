import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { LABEL_FONT, fontFaces } from './fonts';

export interface BaseMap {
  pmtiles?: { url: string; attribution: string } | null;
  raster?: { url: string; attribution: string; maxzoom: number } | null;
}

export const COLORS = {
  sea: '#cfdeea', land: '#f7f5ef', built: '#ece7dd', green: '#dce8d2', water: '#b9d3e6', road: '#ffffff',
  casing: '#d9d2c4', railway: '#8c8f99', border: '#5d6b86', label: '#26334d', halo: '#ffffff',
} as const;

/** Address of one of our tile layers; the worker needs it whole, with the braces as they are. */
export function tileUrl(layer: 'offices' | 'areas' | 'base', params: Record<string, string> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `${location.origin}/api/v1/tiles/${layer}/{z}/{x}/{y}.mvt${query ? `?${query}` : ''}`;
}

/** Our own base map: land and water of the imported files, borders and names; an external base lies beneath. */
export function baseStyle(base: BaseMap): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {
    base: { type: 'vector', tiles: [tileUrl('base')], minzoom: 0, maxzoom: 14 },
    areas: {
      type: 'vector',
      tiles: [tileUrl('areas', { kind: 'prefecture,municipality,ward' })],
      minzoom: 0,
      maxzoom: 14,
      promoteId: { areas: 'code' },
    },
  };
  const external = base.raster !== null && base.raster !== undefined;
  if (base.raster) {
    sources.raster = {
      type: 'raster', tiles: [base.raster.url], tileSize: 256,
      maxzoom: base.raster.maxzoom, attribution: base.raster.attribution,
    };
  }
  return {
    version: 8,
    'font-faces': fontFaces(),
    sources,
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': COLORS.sea } },
      ...(external ? [{ id: 'raster', type: 'raster', source: 'raster' } as LayerSpecification] : ground()),
      ...borders(),
      ...labels(external),
    ],
  };
}

function ground(): LayerSpecification[] {
  const fill = (id: string, layer: string, color: string, source = 'base'): LayerSpecification => ({
    id, type: 'fill', source, 'source-layer': layer, paint: { 'fill-color': color },
  });
  const width = (thin: number, thick: number, extra = 0) =>
    ['interpolate', ['exponential', 1.5], ['zoom'], 8, thin + extra, 16, thick + extra] as never;
  return [
    fill('area-ground', 'areas', COLORS.land, 'areas'),
    fill('land', 'land', COLORS.land),
    fill('green', 'green', COLORS.green),
    fill('built-up', 'built_up', COLORS.built),
    fill('water', 'water', COLORS.water),
    { id: 'river', type: 'line', source: 'base', 'source-layer': 'river', paint: { 'line-color': COLORS.water, 'line-width': width(1, 8) }, layout: { 'line-cap': 'round', 'line-join': 'round' } },
    { id: 'road-casing', type: 'line', source: 'base', 'source-layer': 'road', minzoom: 8, paint: { 'line-color': COLORS.casing, 'line-width': width(1.4, 11) }, layout: { 'line-cap': 'round', 'line-join': 'round' } },
    { id: 'road', type: 'line', source: 'base', 'source-layer': 'road', minzoom: 8, paint: { 'line-color': COLORS.road, 'line-width': width(0.6, 9) }, layout: { 'line-cap': 'round', 'line-join': 'round' } },
    { id: 'railway', type: 'line', source: 'base', 'source-layer': 'railway', minzoom: 7, paint: { 'line-color': COLORS.railway, 'line-width': width(0.8, 3.5) } },
    { id: 'railway-ties', type: 'line', source: 'base', 'source-layer': 'railway', minzoom: 10, paint: { 'line-color': COLORS.land, 'line-width': width(0.3, 2), 'line-dasharray': [4, 4] } },
    { id: 'station', type: 'circle', source: 'base', 'source-layer': 'station', minzoom: 10.5, paint: { 'circle-radius': 3.5, 'circle-color': '#fff', 'circle-stroke-color': COLORS.railway, 'circle-stroke-width': 2 } },
  ];
}

function borders(): LayerSpecification[] {
  const line = (id: string, kinds: string[], paint: object): LayerSpecification => ({
    id, type: 'line', source: 'areas', 'source-layer': 'areas',
    filter: ['in', ['get', 'kind'], ['literal', kinds]],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': COLORS.border, ...paint },
  });
  return [
    { ...line('border-ward', ['ward'], { 'line-width': 0.8, 'line-dasharray': [2, 2], 'line-opacity': 0.5 }), minzoom: 9 } as LayerSpecification,
    { ...line('border-municipality', ['municipality'], { 'line-width': 1, 'line-dasharray': [4, 2], 'line-opacity': 0.55 }), minzoom: 7 } as LayerSpecification,
    line('border-prefecture', ['prefecture'], { 'line-width': 1.4, 'line-opacity': 0.7 }),
    {
      id: 'area-chosen', type: 'line', source: 'areas', 'source-layer': 'areas',
      filter: ['in', ['get', 'code'], ['literal', []]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#0b1c3a', 'line-width': 2.6 },
    },
  ];
}

function labels(external: boolean): LayerSpecification[] {
  const text = (color: string, size: unknown): { layout: object; paint: object } => ({
    layout: { 'text-field': ['get', 'name'], 'text-font': [LABEL_FONT], 'text-size': size, 'text-padding': 6, 'text-max-width': 8 },
    paint: { 'text-color': color, 'text-halo-color': COLORS.halo, 'text-halo-width': 1.6 },
  });
  const area = text(COLORS.label, ['interpolate', ['linear'], ['zoom'], 5, 11, 12, 15]);
  const place = text('#4a5568', 12);
  const base: LayerSpecification[] = [
    { id: 'station-label', type: 'symbol', source: 'base', 'source-layer': 'station', minzoom: 12, ...text('#4a5568', 11), layout: { ...text('', 11).layout, 'text-offset': [0, 1], 'text-anchor': 'top' } } as LayerSpecification,
    { id: 'base-label', type: 'symbol', source: 'base', 'source-layer': 'label', minzoom: 8, ...place, layout: { ...place.layout, 'symbol-sort-key': ['to-number', ['get', 'rank'], 5] } } as LayerSpecification,
  ];
  const sized = { ...area.layout, 'symbol-sort-key': ['to-number', ['get', 'rank'], 5] };
  return [
    ...(external ? [] : base),
    { id: 'area-label', type: 'symbol', source: 'areas', 'source-layer': 'area_labels', ...area, layout: sized } as LayerSpecification,
  ];
}
