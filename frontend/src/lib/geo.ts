import type { Bounds, LatLon } from './office';

const EARTH_M = 6_371_008.8;

/** A ring around a point, `[lon, lat]`, closed; for the circle of a radius search. */
export function circle(center: LatLon, radius: number, steps = 72): [number, number][] {
  const lat = (center.lat * Math.PI) / 180;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps;
    const north = (radius * Math.cos(angle)) / EARTH_M;
    const east = (radius * Math.sin(angle)) / (EARTH_M * Math.cos(lat));
    return [center.lon + (east * 180) / Math.PI, center.lat + (north * 180) / Math.PI];
  });
}

export function around(center: LatLon, radius: number): Bounds {
  const dLat = (radius / EARTH_M) * (180 / Math.PI);
  const dLon = dLat / Math.cos((center.lat * Math.PI) / 180);
  return [center.lon - dLon, center.lat - dLat, center.lon + dLon, center.lat + dLat];
}

/** The same box a little larger, so that points on its edge are inside; at least some metres wide. */
export function widen([west, south, east, north]: Bounds, share = 0.05): Bounds {
  const dx = Math.max((east - west) * share, 0.0004);
  const dy = Math.max((north - south) * share, 0.0003);
  return [west - dx, south - dy, east + dx, north + dy];
}

export function boundsOf(points: readonly LatLon[]): Bounds | null {
  if (points.length === 0) return null;
  const lats = points.map((p) => p.lat);
  const lons = points.map((p) => p.lon);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
