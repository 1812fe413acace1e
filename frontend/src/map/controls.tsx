import type { Map as MapLibre } from 'maplibre-gl';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { locate, type LocateError } from '../lib/locate';
import type { Bounds, LatLon } from '../lib/office';

interface Props {
  map: MapLibre;
  home: Bounds;
  onLocate?: (at: LatLon) => void;
}

const PATHS = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  whole: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  locate: 'M12 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3',
};

/** Buttons of the map in words; they move it as a person would, so the list may follow. */
export function Controls({ map, home, onLocate }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<LocateError | null>(null);
  const [seeking, setSeeking] = useState(false);

  async function toMe() {
    setSeeking(true);
    const result = await locate();
    setSeeking(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    onLocate?.(result.at);
    map.easeTo({ center: [result.at.lon, result.at.lat], zoom: Math.max(map.getZoom(), 14) }, { byUser: true });
  }

  return (
    <>
      <div className="map-controls" role="group" aria-label={t('map.controls')}>
        <Control icon="plus" label={t('map.zoom_in')} onPress={() => map.zoomIn(undefined, { byUser: true })} />
        <Control icon="minus" label={t('map.zoom_out')} onPress={() => map.zoomOut(undefined, { byUser: true })} />
        <Control icon="whole" label={t('map.reset')} onPress={() => map.fitBounds(home, { padding: 32 }, { byUser: true })} />
        <Control icon="locate" label={t('map.locate')} busy={seeking} onPress={() => void toMe()} />
      </div>
      {error && (
        <div className="map-note" role="alert">
          <p>{t(`locate.${error}`)}</p>
          <Button className="button small" onPress={() => setError(null)}>{t('state.close')}</Button>
        </div>
      )}
    </>
  );
}

interface ControlProps {
  icon: keyof typeof PATHS;
  label: string;
  busy?: boolean;
  onPress: () => void;
}

function Control({ icon, label, busy = false, onPress }: ControlProps) {
  return (
    <Button className="map-control" aria-label={label} onPress={() => !busy && onPress()} data-busy={busy || undefined}>
      <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
        <path d={PATHS[icon]} />
      </svg>
      <span className="map-control-label" aria-hidden="true">{label}</span>
    </Button>
  );
}
