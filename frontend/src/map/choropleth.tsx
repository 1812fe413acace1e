import { useEffect, useRef } from 'react';
import type { Bounds, LatLon } from '../lib/office';
import { addChoropleth, figureAt, showFigures, showMarks, type Figures, type Mark } from './choropleth-layers';
import { JAPAN } from './engine';
import { Frame } from './frame';
import type { BaseMap } from './style';
import { useFit, useMap } from './use-map';

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
  const latest = useRef({ figures, onChoose });
  latest.current = { figures, onChoose };
  const own = useMap(kinds, () => ({ base, bounds: bounds ?? JAPAN }), (ready) => {
    addChoropleth(ready, kinds);
    ready.on('click', ({ point, lngLat }) => {
      latest.current.onChoose(figureAt(ready, point, latest.current.figures.rows)?.code ?? null, { lat: lngLat.lat, lon: lngLat.lng });
    });
    ready.on('mousemove', ({ point }) => {
      ready.getCanvas().style.cursor = figureAt(ready, point, latest.current.figures.rows) ? 'pointer' : '';
    });
  });
  const { map } = own;

  useEffect(() => {
    if (map) showFigures(map, figures);
  }, [map, figures]);

  useEffect(() => {
    if (map) showMarks(map, marks ?? []);
  }, [map, marks]);

  useFit(map, bounds);

  return <Frame {...own} home={bounds} />;
}
