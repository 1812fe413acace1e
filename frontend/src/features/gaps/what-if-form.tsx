import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { whatIfChoicesQuery, type WhatIfChoices } from '../../api/gaps';
import { useTaxonomy } from '../../lib/taxonomy';
import type { Update } from '../../lib/use-address-state';
import { Loading } from '../../ui/states';
import { Choose } from '../../ui/form';
import { Service } from './pickers';
import type { WhatIfState } from './what-if-state';

interface Props {
  state: WhatIfState;
  update: Update<WhatIfState>;
  measures: Parameters<typeof Service>[0]['measures'];
}

/** The one question to fill in; the browser's own lists, so that a keyboard suffices. */
export function WhatIfForm({ state, update, measures }: Props) {
  const { t } = useTranslation();
  const { systems } = useTaxonomy();
  const own = useQuery(whatIfChoicesQuery(state.area, state.service));
  const others = useQuery(whatIfChoicesQuery(state.act === 'tie' ? state.area : '', state.other));
  const set = (patch: Partial<WhatIfState>) => update({ area: state.area, ...patch }, { replace: true });
  if (!own.data) return own.isError ? null : <Loading />;
  const { act } = state;
  return (
    <div className="panel what-if-form">
      {act === 'place' && <Place state={state} choices={own.data} set={set} />}
      {act === 'close' && <Office label={t('what_if.office')} value={state.office} choices={own.data} onChange={(office) => set({ office })} />}
      {act === 'new' && (
        <Choose
          label={t('what_if.count')} value={state.count} hint={t('what_if.count_hint')}
          options={['1', '2', '3', '4', '5'].map((count) => [count, t('what_if.places', { count: Number(count) })] as const)}
          onChange={(count) => set({ count })}
        />
      )}
      {act === 'tie' && (
        <>
          <Office label={t('what_if.first')} value={state.office} choices={own.data} onChange={(office) => set({ office })} />
          <Service label={t('what_if.other_service')} systems={systems} measures={measures} value={state.other} onChange={(other) => set({ other, partner: '' })} />
          {others.data && <Office label={t('what_if.second')} value={state.partner} choices={others.data} onChange={(partner) => set({ partner })} />}
        </>
      )}
    </div>
  );
}

interface PlaceProps {
  state: WhatIfState;
  choices: WhatIfChoices;
  set: (patch: Partial<WhatIfState>) => void;
}

function Place({ state, choices, set }: PlaceProps) {
  const { t } = useTranslation();
  const id = useId();
  const spot = ({ at }: WhatIfChoices['towns'][number]) => `${at.lat},${at.lon}`;
  const isTown = state.at === '' || choices.towns.some((town) => spot(town) === state.at);
  return (
    <>
      <Grouped label={t('what_if.town')} hint={choices.more_towns ? t('what_if.more_towns') : t('what_if.town_hint')} value={state.at} items={choices.towns} onChange={(at) => set({ at })} code={spot}>
        <option value="">{t('what_if.choose')}</option>
        {!isTown && <option value={state.at}>{t('what_if.on_map')}</option>}
      </Grouped>
      <div className="field">
        <label htmlFor={id}>{t('what_if.capacity')}</label>
        <input id={id} type="number" min={1} max={2000} inputMode="numeric" value={state.capacity} onChange={(event) => set({ capacity: event.target.value })} />
      </div>
    </>
  );
}

interface OfficeProps {
  label: string;
  value: string;
  choices: WhatIfChoices;
  onChange: (id: string) => void;
}

function Office({ label, value, choices, onChange }: OfficeProps) {
  const { t } = useTranslation();
  const hint = choices.offices.length === 0 ? t('what_if.no_offices') : choices.more_offices ? t('what_if.more_offices') : undefined;
  const known = choices.offices.some(({ id }) => id === value);
  return (
    <Grouped label={label} hint={hint} value={known ? value : ''} items={choices.offices} onChange={onChange} code={({ id }) => id}>
      <option value="">{t('what_if.choose')}</option>
    </Grouped>
  );
}

interface GroupedProps<T> {
  label: string;
  hint: string | undefined;
  value: string;
  items: readonly T[];
  code: (item: T) => string;
  onChange: (value: string) => void;
  children: ReactNode;
}

/** A list under the names of its municipalities, where there are several. */
function Grouped<T extends { name: string; municipality?: string | null }>({ label, hint, value, items, code, onChange, children }: GroupedProps<T>) {
  const id = useId();
  const homes = [...new Set(items.map(({ municipality }) => municipality ?? ''))];
  const option = (item: T, at: number) => <option key={`${code(item)} ${at}`} value={code(item)}>{item.name}</option>;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.value)}>
        {children}
        {homes.length < 2 ? items.map(option) : homes.map((home) => (
          <optgroup key={home} label={home}>{items.filter(({ municipality }) => (municipality ?? '') === home).map(option)}</optgroup>
        ))}
      </select>
      {hint && <span id={`${id}-hint`} className="small muted">{hint}</span>}
    </div>
  );
}
