import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useId, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { nurseMapQuery, nurseTermsQuery, type NurseMap } from '../../api/nurses';
import { metaQuery } from '../../api/queries';
import type { Bounds } from '../../lib/office';
import { ErrorPanel, Loading } from '../../ui/states';
import { kindOf } from './area-kind';
import { groupsOf, keyOf, type Groups } from './groups';
import { JurisdictionList } from './jurisdiction-list';

const Drawn = lazy(() => import('../../map/jurisdictions'));

interface Props {
  area: string;
  /** Code of the topic the page is about; any may be chosen here. */
  topic: string;
  age: string;
}

/** All jurisdictions of a municipality, or of its prefecture, on a map and in a list. */
export function Jurisdictions({ area, topic, age }: Props) {
  const { t } = useTranslation();
  const [other, setOther] = useState<string | null>(null);
  const [about, setAbout] = useState(topic);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = useId();
  const query = useQuery(nurseMapQuery(other ?? area, about, age));
  const terms = useQuery(nurseTermsQuery);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  const map = query.data;
  const shown = groupsOf(map);
  const at = map.units.find((unit) => keyOf(unit) === chosen);
  return (
    <section className="jurisdictions no-print" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('nurses.map.title', { area: map.area.name })}</h2>
      <div className="jurisdictions-ask">
        <div className="field">
          <label htmlFor={id}>{t('nurses.topic')}</label>
          <select id={id} value={about} onChange={(event) => { setAbout(event.target.value); setChosen(null); }}>
            <option value="">{t('nurses.map.all_topics')}</option>
            {terms.data?.topics.map(({ code }) => <option key={code} value={code}>{t(`nurse_topic.${code}`)}</option>)}
          </select>
        </div>
        {map.prefecture && <Button className="button" onPress={() => { setOther(map.prefecture?.code ?? null); setChosen(null); }}>{t('nurses.map.widen', { area: map.prefecture.name })}</Button>}
        {other && <Button className="button" onPress={() => { setOther(null); setChosen(null); }}>{t('nurses.map.back')}</Button>}
      </div>
      <p className="small muted">
        {t(`nurses.map.unit.${map.unit}`, { count: map.units.length })}{age && t('nurses.map.age', { age })}
      </p>
      <div className="jurisdictions-shown">
        <JurisdictionMap map={map} shown={shown} chosen={chosen} onChoose={setChosen} />
        <JurisdictionList map={map} shown={shown} chosen={at ?? null} onOpen={(code) => { setOther(code); setChosen(null); }} />
      </div>
    </section>
  );
}

interface MapProps {
  map: NurseMap;
  shown: Groups;
  chosen: string | null;
  onChoose: (key: string | null) => void;
}

function JurisdictionMap({ map, shown, chosen, onChoose }: MapProps) {
  const { t } = useTranslation();
  const meta = useQuery(metaQuery);
  const parts = useMemo(
    () => shown.groups.flatMap(({ number, color, shared, units }) => units.map((unit) => ({
      key: keyOf(unit), shapes: unit.shapes, color, sign: number ? String(number) : '', shared,
      at: unit.lat != null && unit.lon != null ? { lat: unit.lat, lon: unit.lon } : null,
    }))),
    [shown],
  );
  const kinds = [...new Set(map.units.flatMap((unit) => unit.shapes).map(kindOf))].sort().join() || 'municipality,ward';
  if (!meta.data) return <Loading />;
  return (
    <div className="jurisdiction-map">
      <Suspense fallback={<Loading label={t('map.loading')} />}>
        <Drawn base={meta.data.base_map} kinds={kinds} bounds={(map.bounds ?? meta.data.bounds ?? null) as Bounds | null} parts={parts} chosen={chosen} onChoose={onChoose} />
      </Suspense>
    </div>
  );
}
