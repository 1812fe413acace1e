import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bounds, LatLon } from '../lib/office';
import { addChoropleth, figureAt, showFigures, showMarks, type Figures, type Mark } from './choropleth-layers';
import { Controls } from './controls';
import { JAPAN } from './engine';
import type { BaseMap } from './style';
import { useMap } from './use-map';

interface Props {
  base: BaseMap;
  /** Kinds of the areas to colour, comma-separated; a new one makes a new map. */
  kinds: string;
  bounds: Bounds | null;
  figures: Figures;
  /** Points set on top, each with a short text. */
  marks?: Mark[];
  onChoose: (code: string | null, at: LatLon) => void;
}

/** Areas coloured by class, or circles for counts. Everything on it stands in the table beside it. */
export default function Choropleth({ base, kinds, bounds, figures, marks, onChoose }: Props) {
  const { t } = useTranslation();
  const latest = useRef({ figures, onChoose, bounds });
  latest.current = { figures, onChoose, bounds };
  const { container, map, drawable } = useMap(kinds, () => ({ base, bounds: bounds ?? JAPAN }), (ready) => {
    addChoropleth(ready, kinds);
    ready.on('click', ({ point, lngLat }) => {
      latest.current.onChoose(figureAt(ready, point, latest.current.figures.rows)?.code ?? null, { lat: lngLat.lat, lon: lngLat.lng });
    });
    ready.on('mousemove', ({ point }) => {
      ready.getCanvas().style.cursor = figureAt(ready, point, latest.current.figures.rows) ? 'pointer' : '';
    });
  });

  useEffect(() => {
    if (map) showFigures(map, figures);
  }, [map, figures]);

  useEffect(() => {
    if (map) showMarks(map, marks ?? []);
  }, [map, marks]);

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
