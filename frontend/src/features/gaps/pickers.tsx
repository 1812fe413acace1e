import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { regionsQuery } from '../../api/queries';
import type { AreaRow, CoverageMeasures, CoverageTable } from '../../api/types';
import { count } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import type { GapsState, Update } from './gaps-state';

interface Props {
  state: GapsState;
  update: Update;
  measures: CoverageMeasures;
  /** How the area is divided; nothing as long as that is not known. */
  division: { kind: string; kinds: CoverageTable['kinds'] } | undefined;
  /** People the figures are measured against. */
  age?: string | undefined;
  /** All services at once: none is to be chosen. */
  sideBySide?: boolean;
  /** Further choices of the view. */
  children?: ReactNode;
}

/** What is looked at: service, measure, people, area, kind of its parts. */
export function Pickers({ state, update, measures, division, age, sideBySide = false, children }: Props) {
  const { t, i18n } = useTranslation();
  const { systems } = useTaxonomy();
  const lang = i18n.language;
  const service = measures.services.find(({ code }) => code === state.service);
  const usable = measures.measures.filter(({ code }) => code !== 'capacity_per_1000' || sideBySide || service?.has_places);
  const ages = measures.ages.filter((age) => sideBySide || age !== service?.age);
  const own = service && measures.ages.includes(service.age) ? service.age : (age ?? '');
  return (
    <div className={sideBySide ? 'gaps-pickers side-by-side' : 'gaps-pickers'} role="group" aria-label={t('gaps.pickers')}>
      {!sideBySide && <Service systems={systems} measures={measures} value={state.service} onChange={(code) => update({ service: code, age: '' })} />}
      <Select label={t('gaps.measure')} value={state.measure} onChange={(measure) => update({ measure })}>
        {usable.map(({ code, ja, en }) => <option key={code} value={code}>{lang === 'en' ? en : ja}</option>)}
      </Select>
      <Select label={t('gaps.age')} value={state.age} onChange={(code) => update({ age: code })}>
        <option value="">{sideBySide ? t('gaps.age_each') : t('gaps.age_usual', { age: own ? t(`gaps.ages.${AGE_KEYS[own] ?? 'all'}`) : '–' })}</option>
        {ages.map((code) => <option key={code} value={code}>{t(`gaps.ages.${AGE_KEYS[code] ?? 'all'}`)}</option>)}
      </Select>
      <Area value={state.area} onChange={(area) => update({ area, kind: '', chosen: '' })} />
      {division && division.kinds.length > 1 && (
        <Select label={t('gaps.kind')} value={division.kind} onChange={(kind) => update({ kind, chosen: '' })}>
          {division.kinds.map(({ kind, count: number }) => (
            <option key={kind} value={kind}>{t('gaps.kind_count', { kind: t(`gaps.kinds.${kind}`), number: count(number, lang) })}</option>
          ))}
        </Select>
      )}
      {children}
    </div>
  );
}

/** Names of the groups in the texts; a key holds no plus sign. */
export const AGE_KEYS: Record<string, string> = {
  all: 'all', '0-17': 'under_18', '18-64': 'from_18', '65+': 'from_65', '75+': 'from_75', '85+': 'from_85',
};

interface ServiceProps {
  label?: string;
  systems: { code: string; ja: string; en: string }[];
  measures: CoverageMeasures;
  value: string;
  onChange: (code: string) => void;
}

/** Services with offices, by system. */
export function Service({ label, systems, measures, value, onChange }: ServiceProps) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const lang = i18n.language;
  const groups = systems
    .map((system) => ({ ...system, services: measures.services.filter(({ code }) => code.startsWith(`${system.code}-`)) }))
    .filter(({ services }) => services.length > 0);
  return (
    <Select label={label ?? t('gaps.service')} value={value} onChange={onChange}>
      {measures.services.every(({ code }) => code !== value) && <option value={value}>{serviceName(taxonomy, value, lang, 'full')}</option>}
      {groups.map(({ code, ja, en, services }) => (
        <optgroup key={code} label={lang === 'en' ? en : ja}>
          {services.map((service) => (
            <option key={service.code} value={service.code}>
              {t('gaps.service_count', { name: serviceName(taxonomy, service.code, lang, 'full'), number: count(service.offices, lang) })}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** Prefectures, each with its municipalities and wards. */
export function Area({ value, none, onChange }: { value: string; none?: string; onChange: (code: string) => void }) {
  const { t } = useTranslation();
  const regions = useQuery(regionsQuery);
  const rows = regions.data?.items ?? [];
  const prefectures = rows.filter((row) => row.kind === 'prefecture');
  const inside = (prefecture: AreaRow) => rows.filter((row) => row.kind !== 'prefecture' && row.code.slice(0, 2) === prefecture.code.slice(0, 2));
  return (
    <Select label={t('gaps.area')} value={value} onChange={onChange}>
      <option value="">{none ?? t('gaps.everywhere')}</option>
      {prefectures.map((prefecture) => (
        <optgroup key={prefecture.code} label={prefecture.name}>
          <option value={prefecture.code}>{t('gaps.whole', { name: prefecture.name })}</option>
          {inside(prefecture).map((row) => <option key={row.code} value={row.code}>{row.name}</option>)}
        </optgroup>
      ))}
    </Select>
  );
}

interface SelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

/** The browser's own list: quick with two thousand areas, and familiar on a phone. */
export function Select({ label, value, onChange, children }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>{children}</select>
    </div>
  );
}
