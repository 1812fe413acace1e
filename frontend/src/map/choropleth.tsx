import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bounds } from '../lib/office';
import { addChoropleth, figureAt, showFigures, type Figures } from './choropleth-layers';
import { Controls } from './controls';
import { JAPAN, canDraw, start } from './engine';
import type { BaseMap } from './style';

const QUIET = { onMove() {}, onHover() {}, onSelect() {}, onCrowd() {} };

interface Props {
  base: BaseMap;
  /** Kinds of the areas to colour, comma-separated; a new one makes a new map. */
  kinds: string;
  bounds: Bounds | null;
  figures: Figures;
  onChoose: (code: string | null) => void;
}

/** Areas coloured by class, or circles for counts. Everything on it stands in the table beside it. */
export default function Choropleth({ base, kinds, bounds, figures, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [drawable] = useState(canDraw);
  const [map, setMap] = useState<MapLibre | null>(null);
  const latest = useRef({ figures, onChoose, bounds, base });
  latest.current = { figures, onChoose, bounds, base };

  useEffect(() => {
    const element = container.current;
    if (!element || !drawable) return;
    let live = true;
    let made: MapLibre | null = null;
    start(
      {
        container: element, base: latest.current.base, params: {}, lang: i18n.language, offices: false, view: null,
        bounds: latest.current.bounds ?? JAPAN,
        locale: { 'Map.Title': t('map.canvas'), 'AttributionControl.ToggleAttribution': t('map.credits') },
      },
      () => QUIET,
    ).then(
      (ready) => {
        made = ready;
        if (!live) return ready.remove();
        addChoropleth(ready, kinds);
        ready.on('click', ({ point }) => latest.current.onChoose(figureAt(ready, point, latest.current.figures.rows)?.code ?? null));
        ready.on('mousemove', ({ point }) => {
          ready.getCanvas().style.cursor = figureAt(ready, point, latest.current.figures.rows) ? 'pointer' : '';
        });
        setMap(ready);
      },
      () => undefined,
    );
    return () => {
      live = false;
      made?.remove();
      setMap(null);
    };
  }, [drawable, kinds, i18n.language, t]);

  useEffect(() => {
    if (map) showFigures(map, figures);
  }, [map, figures]);

  const box = bounds?.join();
  useEffect(() => {
    const target = latest.current.bounds;
    if (map && target) map.fitBounds(target, { padding: 24, duration: 500 });
  }, [map, box]);

  if (!drawable) return <p className="no-map muted" role="note">{t('map.unavailable.text')}</p>;
  return (
    <div className="map">
      <div ref={container} className="map-canvas" data-ready={map !== null} />
      {map && <Controls map={map} home={bounds ?? JAPAN} />}
    </div>
  );
}
