import type { Feature } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { circle } from '../lib/geo';
import type { Bounds, LatLon } from '../lib/office';
import type { Group } from '../lib/systems';
import { Controls } from './controls';
import { canDraw } from '../lib/can-draw';
import { FIT_ZOOM, JAPAN, start, type Handlers, type View } from './engine';
import { Legend } from './legend';
import { tileUrl, type BaseMap } from './style';

export interface Spot extends LatLon {
  group?: Group;
}

/** Height of the card at the bottom, pixels. */
const CARD = 240;

interface Props extends Handlers {
  base: BaseMap;
  /** Filters of the offices shown, as in the list's request. */
  params: Record<string, string>;
  /** Where the map starts; without it, `bounds`. */
  view: View | null;
  /** What is to be seen; a new `key` moves the map there. */
  bounds: { key: string; box: Bounds } | null;
  home: Bounds | null;
  hovered?: Spot | null;
  chosen?: Spot | null;
  here?: LatLon | null;
  radius?: { center: LatLon; metres: number } | null;
  areas?: string[];
  onLocate?: (at: LatLon) => void;
}

/** The map. Everything on it is also in the list, so the list is what a keyboard or screen reader uses. */
export default function MapView(props: Props) {
  const { t, i18n } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef<Props>(props);
  latest.current = props;
  const [map, setMap] = useState<MapLibre | null>(null);
  const [drawable] = useState(canDraw);
  const [failed, setFailed] = useState(false);
  const fitted = useRef(props.view ? (props.bounds?.key ?? null) : null);

  useEffect(() => {
    const element = container.current;
    if (!element || !drawable) return;
    let live = true;
    let made: MapLibre | null = null;
    const { base, params, view, bounds, home } = latest.current;
    asked.current = tileUrl('offices', params);
    if (!view) fitted.current = bounds?.key ?? null;
    start(
      {
        container: element, base, params, view, bounds: bounds?.box ?? home ?? JAPAN, lang: i18n.language,
        locale: { 'Map.Title': t('map.canvas'), 'AttributionControl.ToggleAttribution': t('map.credits') },
      },
      () => latest.current,
    ).then(
      (ready) => {
        made = ready;
        if (live) setMap(ready);
        else ready.remove();
      },
      () => setFailed(true),
    );
    return () => {
      live = false;
      made?.remove();
      setMap(null);
    };
    // The map is made once; later changes reach it through the effects below.
    // The language is part of labels and texts, so a new one makes a new map.
  }, [drawable, i18n.language, t]);

  const asked = useRef('');
  const tiles = tileUrl('offices', props.params);
  useEffect(() => {
    if (!map || asked.current === tiles) return;
    asked.current = tiles;
    map.getSource<VectorTileSource>('offices')?.setTiles([tiles]);
  }, [map, tiles]);

  useEffect(() => {
    const target = props.bounds;
    if (!map || !target || fitted.current === target.key) return;
    fitted.current = target.key;
    if (!latest.current.view) map.fitBounds(target.box, { padding: 48, maxZoom: FIT_ZOOM, duration: 600 });
  }, [map, props.bounds]);

  // Back and forward bring an earlier view.
  const { view } = props;
  useEffect(() => {
    if (!map || !view) return;
    const center = map.getCenter();
    const same = Math.abs(map.getZoom() - view[0]) < 0.02 && Math.abs(center.lat - view[1]) + Math.abs(center.lng - view[2]) < 0.0002;
    if (!same && !map.isMoving()) map.jumpTo({ zoom: view[0], center: [view[2], view[1]] });
  }, [map, view]);

  useEffect(() => {
    map?.setFilter('area-chosen', ['in', ['get', 'code'], ['literal', props.areas ?? []]]);
  }, [map, props.areas]);

  const { hovered, chosen, here, radius } = props;
  useEffect(() => {
    if (!map || !chosen) return;
    const { x, y } = map.project([chosen.lon, chosen.lat]);
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    // The card of the chosen office covers the lower part.
    const seen = x > 30 && x < width - 30 && y > 60 && y < height - CARD;
    if (!seen) map.easeTo({ center: [chosen.lon, chosen.lat], offset: [0, -CARD / 3] });
  }, [map, chosen]);
  useEffect(() => {
    const spots = [point('here', here), point('hover', hovered), point('chosen', chosen)].flat();
    map?.getSource<GeoJSONSource>('focus')?.setData({ type: 'FeatureCollection', features: spots });
  }, [map, hovered, chosen, here]);
  useEffect(() => {
    const ring = radius ? [polygon(circle(radius.center, radius.metres))] : [];
    map?.getSource<GeoJSONSource>('radius')?.setData({ type: 'FeatureCollection', features: ring });
  }, [map, radius]);

  if (!drawable || failed) {
    return (
      <div className="map no-map" role="note">
        <h2>{t('map.unavailable.title')}</h2>
        <p>{t('map.unavailable.text')}</p>
      </div>
    );
  }
  return (
    <div className="map">
      <div ref={container} className="map-canvas" data-ready={map !== null} />
      {map && <Controls map={map} home={props.home ?? JAPAN} onLocate={props.onLocate} />}
      <Legend />
    </div>
  );
}

function point(kind: string, spot: Spot | null | undefined): Feature[] {
  if (!spot) return [];
  const properties = spot.group ? { kind, group: spot.group } : { kind };
  return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [spot.lon, spot.lat] } }];
}

function polygon(ring: [number, number][]): Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}
