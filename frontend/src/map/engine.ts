import { Map as MapLibre, setWorkerUrl, type MapGeoJSONFeature } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Bounds } from '../lib/office';
import type { Group } from '../lib/systems';
import { addPmtiles } from './pmtiles';
import { addImages } from './images';
import { CLICKABLE, addFocus, addOffices } from './office-layers';
import { baseStyle, type BaseMap } from './style';

setWorkerUrl(workerUrl);

/** Japan, for an installation that holds nothing yet. */
export const JAPAN: Bounds = [128.5, 30.5, 146, 45.6];

/** A single office is shown with the streets around it, not as a mark on an empty ground. */
export const FIT_ZOOM = 14;

export type View = [zoom: number, lat: number, lon: number];
export interface Hit {
  id: string;
  group: Group;
  lat: number;
  lon: number;
}

export interface Handlers {
  /** The map has come to rest; `byUser` when a person moved it. */
  onMove: (view: View, bounds: Bounds, byUser: boolean) => void;
  onHover: (id: string | null) => void;
  onSelect: (hit: Hit | null) => void;
  /** A cluster that cannot be taken apart by zooming: offices of one building. */
  onCrowd: (bounds: Bounds) => void;
}

export interface Start {
  container: HTMLElement;
  base: BaseMap;
  params: Record<string, string>;
  lang: string;
  view: View | null;
  bounds: Bounds;
  locale: Record<string, string>;
  interactive?: boolean;
  /** Whether the tiles' offices are shown. */
  offices?: boolean;
}

/** Makes a map with our layers. `handlers` is asked at each event, so it may change without a new map. */
export async function start(options: Start, handlers: () => Handlers): Promise<MapLibre> {
  const { view, bounds } = options;
  const map = new MapLibre({
    container: options.container,
    style: baseStyle(options.base),
    attributionControl: { compact: true },
    locale: options.locale,
    minZoom: 3, maxZoom: 18.5, dragRotate: false, pitchWithRotate: false, touchPitch: false,
    fadeDuration: 120,
    interactive: options.interactive ?? true,
    ...(view ? { zoom: view[0], center: [view[2], view[1]] } : { bounds, fitBoundsOptions: { padding: 32, maxZoom: FIT_ZOOM } }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  addImages(map);
  await new Promise<void>((ready) => void map.once('style.load', () => ready()));
  if (options.base.pmtiles) await addPmtiles(map, options.base.pmtiles).catch(() => undefined);
  const withOffices = options.offices !== false;
  if (withOffices) addOffices(map, options.params, options.lang);
  addFocus(map);
  if (options.interactive !== false) {
    followMoves(map, handlers);
    if (withOffices) followOffices(map, handlers);
  }
  return map;
}

function followMoves(map: MapLibre, handlers: () => Handlers): void {
  const tell = (byUser: boolean) => {
    const center = map.getCenter();
    const box = map.getBounds();
    handlers().onMove(
      [map.getZoom(), center.lat, center.lng],
      [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()],
      byUser,
    );
  };
  tell(false);
  map.on('moveend', (event) => {
    tell(Boolean(event.originalEvent) || (event as { byUser?: boolean }).byUser === true);
  });
}

function followOffices(map: MapLibre, handlers: () => Handlers): void {
  map.on('mousemove', (event) => {
    const feature = map.queryRenderedFeatures(event.point, { layers: CLICKABLE })[0];
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    handlers().onHover(feature?.layer.id === 'offices' ? String(feature.properties.id) : null);
  });
  map.on('mouseout', () => handlers().onHover(null));
  map.on('click', (event) => {
    const { x, y } = event.point;
    // A finger is wider than a mark.
    const reach: [[number, number], [number, number]] = [[x - 8, y - 8], [x + 8, y + 8]];
    const feature = map.queryRenderedFeatures(reach, { layers: CLICKABLE })[0];
    if (!feature) handlers().onSelect(null);
    else if (feature.layer.id === 'clusters') openCluster(map, feature, handlers());
    else handlers().onSelect(hitOf(feature));
  });
}

function hitOf(feature: MapGeoJSONFeature): Hit {
  const [lon = 0, lat = 0] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [];
  return { id: String(feature.properties.id), group: feature.properties.group as Group, lat, lon };
}

function openCluster(map: MapLibre, feature: MapGeoJSONFeature, handlers: Handlers): void {
  const { west, south, east, north } = feature.properties as Record<string, number>;
  const point = hitOf(feature);
  const box: Bounds = [west ?? point.lon, south ?? point.lat, east ?? point.lon, north ?? point.lat];
  const tiny = box[2] - box[0] < 0.0003 && box[3] - box[1] < 0.0003;
  if (tiny || map.getZoom() >= 17) {
    handlers.onCrowd(box);
    return;
  }
  const camera = map.cameraForBounds(box, { padding: 72, maxZoom: 17.5 });
  const zoom = Math.max(camera?.zoom ?? 0, map.getZoom() + 0.8);
  map.easeTo({ center: camera?.center ?? [point.lon, point.lat], zoom, duration: 450 }, { byUser: true });
}
