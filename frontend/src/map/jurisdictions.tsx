import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bounds } from '../lib/office';
import { Controls } from './controls';
import { JAPAN } from './engine';
import { addJurisdictions, partAt, showJurisdictions, type JurisdictionPart } from './jurisdictions-layers';
import type { BaseMap } from './style';
import { useMap } from './use-map';

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
  const { t } = useTranslation();
  const latest = useRef({ parts, onChoose });
  latest.current = { parts, onChoose };
  const { container, map, drawable } = useMap(kinds, () => ({ base, bounds: bounds ?? JAPAN }), (ready) => {
    addJurisdictions(ready, kinds);
    ready.on('click', ({ point }) => latest.current.onChoose(partAt(ready, point, latest.current.parts)));
    ready.on('mousemove', ({ point }) => {
      ready.getCanvas().style.cursor = partAt(ready, point, latest.current.parts) === null ? '' : 'pointer';
    });
  });

  useEffect(() => {
    if (map) showJurisdictions(map, parts, chosen);
  }, [map, parts, chosen]);

  const box = bounds?.join();
  useEffect(() => {
    if (map && box) map.fitBounds(box.split(',').map(Number) as unknown as Bounds, { padding: 24, duration: 500 });
  }, [map, box]);

  if (!drawable) return <p className="no-map muted" role="note">{t('map.unavailable.text')}</p>;
  return (
    <div className="map">
      <div ref={container} className="map-canvas" data-ready={map !== null} />
      {map && <Controls map={map} home={bounds ?? JAPAN} />}
    </div>
  );
}
