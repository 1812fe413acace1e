/** Where things stand on the map, without asking the page: our tiles and the Web Mercator projection. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PNG } from 'pngjs';
import { until } from './stage.mjs';

/** MapLibre counts zoom by tiles of 512 pixels. */
const TILE = 512;

export function tileOf(zoom, { lat, lon }) {
  const { x, y } = world(zoom, { lat, lon });
  return { z: zoom, x: Math.floor(x / TILE), y: Math.floor(y / TILE) };
}

function world(zoom, { lat, lon }) {
  const size = TILE * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    x: ((lon + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  };
}

/** Offices and clusters of one tile: `{ layer, lat, lon, …properties }`. */
export async function marksOf(house, { z, x, y }, filters = {}) {
  const answer = await fetch(`${house.origin}/api/v1/tiles/offices/${z}/${x}/${y}.mvt?${new URLSearchParams(filters)}`);
  if (answer.status === 204) return [];
  const tile = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer())));
  return Object.values(tile.layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, index) => {
      const { geometry, properties } = layer.feature(index).toGeoJSON(x, y, z);
      const [lon, lat] = geometry.coordinates;
      return { layer: layer.name, lat, lon, ...properties };
    }));
}

/** The first of some offices that stands alone, not in a ring, at this zoom. */
export async function aloneAt(house, zoom, offices) {
  for (const office of offices) {
    if (!office.position) continue;
    const marks = await marksOf(house, tileOf(Math.min(zoom, 16), office.position));
    if (marks.some((mark) => mark.layer === 'offices' && mark.id === office.id)) return office;
  }
  throw new Error(`every office given stands in a ring at zoom ${zoom}`);
}

export const canvas = (page) => page.locator('.map-canvas[data-ready=true]');

/** The map has its style, and two pictures in a row are the same. */
export async function drawn(page) {
  await canvas(page).waitFor();
  let before;
  await until(async () => {
    const now = await canvas(page).screenshot();
    const same = before?.equals(now);
    before = now;
    return same;
  }, 'a map that stands still');
}

/** Place of a position on the screen, for a map opened at `zoom` over `center`. */
export async function place(page, zoom, center, at = center) {
  const box = await canvas(page).boundingBox();
  const [from, to] = [world(zoom, center), world(zoom, at)];
  return { x: box.x + box.width / 2 + to.x - from.x, y: box.y + box.height / 2 + to.y - from.y };
}

/** How many pixels around a place have nearly this colour. */
export async function pixelsLike(page, { x, y }, colour, reach = 24) {
  const clip = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  const { data } = PNG.sync.read(await page.screenshot({ clip }));
  let alike = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (colour.every((part, index) => Math.abs(part - data[at + index]) < 24)) alike += 1;
  }
  return alike;
}
