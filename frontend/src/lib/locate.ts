import type { LatLon } from './office';

export type LocateError = 'denied' | 'unavailable' | 'timeout' | 'insecure';
export type Located = { ok: true; at: LatLon } | { ok: false; error: LocateError };

/** Asks the device where it is. Browsers answer only on https or this very machine. */
export function locate(): Promise<Located> {
  if (!window.isSecureContext) return Promise.resolve({ ok: false, error: 'insecure' });
  if (!('geolocation' in navigator)) return Promise.resolve({ ok: false, error: 'unavailable' });
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ ok: true, at: { lat: coords.latitude, lon: coords.longitude } }),
      ({ code }) => resolve({ ok: false, error: code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable' }),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}
