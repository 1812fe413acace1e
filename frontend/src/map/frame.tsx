import type { RefObject } from 'react';
import type { Map as MapLibre } from 'maplibre-gl';
import { useTranslation } from 'react-i18next';
import type { Bounds } from '../lib/office';
import { Controls } from './controls';
import { JAPAN } from './engine';

interface Props {
  container: RefObject<HTMLDivElement | null>;
  map: MapLibre | null;
  drawable: boolean;
  /** What the control shows as the whole; all of Japan without. */
  home: Bounds | null;
}

/** The place of a map on a page, with its controls; words where the browser cannot draw. */
export function Frame({ container, map, drawable, home }: Props) {
  const { t } = useTranslation();
  if (!drawable) return <p className="no-map muted" role="note">{t('map.unavailable.text')}</p>;
  return (
    <div className="map">
      <div ref={container} className="map-canvas" data-ready={map !== null} />
      {map && <Controls map={map} home={home ?? JAPAN} />}
    </div>
  );
}
