import { useQueries, useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk } from '../../api/nurses';
import { areaQuery, metaQuery } from '../../api/queries';
import type { Bounds } from '../../lib/office';
import { Loading } from '../../ui/states';
import { kindOf } from './area-kind';

const Choropleth = lazy(() => import('../../map/choropleth'));
/** Areas whose edges are asked for; a desk of more is shown with the whole map. */
const MOST = 24;

/** Where a desk is in charge. An area of which it has only some towns is hatched: where exactly, the list says. */
export function Jurisdiction({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const meta = useQuery(metaQuery);
  const codes = desk.areas.map((area) => area.code);
  const asked = codes.length > MOST ? [] : codes;
  const boxes = useQueries({ queries: asked.map((code) => areaQuery(code)) }).map(({ data }) => data?.bounds);
  const box = around(boxes)?.join();
  const bounds = useMemo(() => (box ? (box.split(',').map(Number) as unknown as Bounds) : null), [box]);
  const kinds = [...new Set(codes.map(kindOf))].sort().join();
  const figures = useMemo(
    () => ({
      rows: desk.areas.map((area, at) => ({
        code: area.code, name: desk.area_names[at] ?? area.code, value: null, center: null, drawn: [area.code],
        class: area.towns.length > 0 ? 'zero' : '4',
      })),
      moreIsBetter: true, circles: false, chosen: null,
    }),
    [desk],
  );
  if (!meta.data || codes.length === 0) return null;
  const some = desk.areas.some((area) => area.towns.length > 0);
  return (
    <section className="jurisdiction no-print" aria-labelledby="jurisdiction">
      <h2 id="jurisdiction">{t('nurses.jurisdiction_map', { name: desk.name })}</h2>
      <p className="small muted">
        {desk.area_names.join(t('list.separator'))}{some && ` ${t('nurses.some_towns')}`}
      </p>
      <div className="jurisdiction-map">
        <Suspense fallback={<Loading label={t('map.loading')} />}>
          <Choropleth base={meta.data.base_map} kinds={kinds} bounds={bounds ?? (meta.data.bounds as Bounds | null | undefined) ?? null} figures={figures} onChoose={nothing} />
        </Suspense>
      </div>
    </section>
  );
}

const nothing = () => undefined;

function around(boxes: (number[] | null | undefined)[]): number[] | null {
  const known = boxes.filter((box) => box?.length === 4) as [number, number, number, number][];
  if (known.length === 0) return null;
  return [
    Math.min(...known.map((box) => box[0])), Math.min(...known.map((box) => box[1])),
    Math.max(...known.map((box) => box[2])), Math.max(...known.map((box) => box[3])),
  ];
}
