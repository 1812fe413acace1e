import { useEffect, useRef } from 'react';
import type { Bounds } from '../lib/office';
import { JAPAN } from './engine';
import { Frame } from './frame';
import type { BaseMap } from './style';
import { addTies, officeAt, showTies, type Ties } from './ties-layers';
import { useMap } from './use-map';

interface Props {
  base: BaseMap;
  bounds: Bounds | null;
  data: Ties;
  /** The chosen office, brought into sight. */
  chosen: string;
  onSelect: (id: string | null) => void;
}

/** Ties as lines between offices. Everything on it stands in the list too. */
export default function TiesMap({ base, bounds, data, chosen, onSelect }: Props) {
  const latest = useRef({ data, onSelect });
  latest.current = { data, onSelect };
  const own = useMap('', () => ({ base, bounds: bounds ?? JAPAN }), (ready) => {
    addTies(ready);
    ready.on('click', ({ point }) => latest.current.onSelect(officeAt(ready, point)));
    ready.on('mousemove', ({ point }) => {
      ready.getCanvas().style.cursor = officeAt(ready, point) === null ? '' : 'pointer';
    });
  });
  const { map } = own;

  useEffect(() => {
    if (map) showTies(map, data);
  }, [map, data]);

  useEffect(() => {
    const at = latest.current.data.nodes.find(({ key }) => key === chosen);
    if (map && at && !map.getBounds().contains([at.lon, at.lat])) map.easeTo({ center: [at.lon, at.lat] });
  }, [map, chosen]);

  return <Frame {...own} home={bounds} />;
}
