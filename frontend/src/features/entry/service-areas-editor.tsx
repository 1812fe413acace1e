import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areasInQuery, regionsQuery } from '../../api/queries';
import type { AreaRow } from '../../api/types';
import { Check } from '../../ui/check';
import { TextInput } from '../../ui/form';

interface Props {
  /** Code of the municipality the office stands in. */
  municipality: string | null;
  value: string[];
  names: readonly { code: string; name: string }[];
  onChange: (value: string[]) => void;
}

/** More than a prefecture has; a search in all of Japan is cut there. */
const MOST = 80;

/** 通常の事業の実施地域: areas to be ticked; those of the own prefecture stand there, others are found by name. */
export function ServiceAreasEditor({ municipality, value, names, onChange }: Props) {
  const { t } = useTranslation();
  const regions = useQuery(regionsQuery).data?.items ?? [];
  const inside = useQuery({ ...areasInQuery(municipality ?? ''), enabled: Boolean(municipality) }).data?.items ?? [];
  const parts = inside.filter((area) => area.kind === 'community_area');
  const [wanted, setWanted] = useState('');
  const word = wanted.normalize('NFKC').trim();
  const all = [...parts, ...regions.filter((area) => area.kind !== 'prefecture')];
  const nameOf = (code: string) => [...all, ...names].find((area) => area.code === code)?.name ?? code;
  const isNear = (area: AreaRow) => parts.includes(area) || area.code.slice(0, 2) === municipality?.slice(0, 2);
  const fits = (area: AreaRow) => (word ? area.name.includes(word) || Boolean(area.kana?.includes(word)) : isNear(area));
  const offered = all.filter((area) => !value.includes(area.code) && fits(area)).slice(0, MOST);
  const of = (area: AreaRow) => (isNear(area) ? '' : regions.find((one) => one.kind === 'prefecture' && one.code.slice(0, 2) === area.code.slice(0, 2))?.name ?? '');
  return (
    <section className="panel form" aria-labelledby="edit-service-areas">
      <h2 id="edit-service-areas">{t('entry.group.service_areas')}</h2>
      <p className="small">{t('entry.service_areas_hint')}</p>
      {value.length > 0 && (
        <fieldset className="edit-fieldset">
          <legend>{t('entry.service_areas_chosen', { count: value.length })}</legend>
          <div className="edit-strengths">
            {value.map((code) => <Check key={code} checked onChange={() => onChange(value.filter((one) => one !== code))}>{nameOf(code)}</Check>)}
          </div>
        </fieldset>
      )}
      <TextInput label={t('entry.find_area')} value={wanted} onChange={setWanted} />
      <fieldset className="edit-fieldset">
        <legend>{word ? t('entry.areas_found') : t('entry.areas_near')}</legend>
        <div className="edit-strengths edit-areas">
          {offered.map((area) => (
            <Check key={area.code} checked={false} onChange={() => onChange([...value, area.code].sort())}>
              {area.name} <span className="muted small">{of(area)}</span>
            </Check>
          ))}
        </div>
        {offered.length === 0 && <p className="muted small">{t('entry.no_area')}</p>}
      </fieldset>
    </section>
  );
}
