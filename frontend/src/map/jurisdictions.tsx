import { useEffect, useRef } from 'react';
import type { Bounds } from '../lib/office';
import { JAPAN } from './engine';
import { Frame } from './frame';
import { addJurisdictions, partAt, showJurisdictions, type JurisdictionPart } from './jurisdictions-layers';
import type { BaseMap } from './style';
import { useFit, useMap } from './use-map';

interface Props {
  base: BaseMap;
  /** Kinds of the areas to colour, comma-separated; a new one makes a new map. */
  kinds: string;
  bounds: Bounds | null;
  parts: JurisdictionPart[];
  chosen: string | null;
  onChoose: (key: string | null) => void;
}

/** Who is in charge of which part. Everything on it stands in the list beside it. */
export default function Jurisdictions({ base, kinds, bounds, parts, chosen, onChoose }: Props) {
  const latest = useRef({ parts, onChoose });
  latest.current = { parts, onChoose };
  const own = useMap(kinds, () => ({ base, bounds: bounds ?? JAPAN }), (ready) => {
    addJurisdictions(ready, kinds);
    ready.on('click', ({ point }) => latest.current.onChoose(partAt(ready, point, latest.current.parts)));
    ready.on('mousemove', ({ point }) => {
      ready.getCanvas().style.cursor = partAt(ready, point, latest.current.parts) === null ? '' : 'pointer';
    });
  });
  const { map } = own;

  useEffect(() => {
    if (map) showJurisdictions(map, parts, chosen);
  }, [map, parts, chosen]);

  useFit(map, bounds);

  return <Frame {...own} home={bounds} />;
}
