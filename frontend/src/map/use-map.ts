import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { canDraw } from '../lib/can-draw';
import type { Bounds } from '../lib/office';
import { start, type Handlers, type Start } from './engine';

/** A map that tells nobody of its moves, and shows nothing but what is put on it. */
const QUIET: Handlers = { onMove() {}, onHover() {}, onSelect() {}, onCrowd() {} };

interface Own {
  container: RefObject<HTMLDivElement | null>;
  /** `null` until it can be drawn on. */
  map: MapLibre | null;
  /** Whether the browser gives a drawing surface. */
  drawable: boolean;
}

/**
 * A map without the tiles' offices, for layers of its own: `prepare` puts them on it. It is made anew with another
 * language and with another `anew`; `options` and `prepare` are asked for when it is made.
 */
export function useMap(
  anew: string,
  options: () => Pick<Start, 'base' | 'bounds'> & { view?: Start['view']; interactive?: boolean; label?: string },
  prepare: (map: MapLibre) => void,
): Own {
  const { t, i18n } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [drawable] = useState(canDraw);
  const [map, setMap] = useState<MapLibre | null>(null);
  const latest = useRef({ options, prepare });
  latest.current = { options, prepare };

  useEffect(() => {
    const element = container.current;
    if (!element || !drawable) return;
    let live = true;
    let made: MapLibre | null = null;
    const { label = t('map.canvas'), view = null, ...rest } = latest.current.options();
    start(
      {
        container: element, params: {}, lang: i18n.language, offices: false, view, ...rest,
        locale: { 'Map.Title': label, 'AttributionControl.ToggleAttribution': t('map.credits') },
      },
      () => QUIET,
    ).then(
      (ready) => {
        made = ready;
        if (!live) return ready.remove();
        latest.current.prepare(ready);
        setMap(ready);
      },
      () => undefined,
    );
    return () => {
      live = false;
      made?.remove();
      setMap(null);
    };
  }, [drawable, anew, i18n.language, t]);

  return { container, map, drawable };
}

/** Shows the whole of what is on the map, whenever that is another. */
export function useFit(map: MapLibre | null, bounds: Bounds | null): void {
  const box = bounds?.join();
  useEffect(() => {
    if (map && box) map.fitBounds(box.split(',').map(Number) as Bounds, { padding: 24, duration: 500 });
  }, [map, box]);
}
