import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIfChoices } from '../../api/gaps';

interface OfficeProps {
  label: string;
  value: string;
  choices: WhatIfChoices;
  onChange: (id: string) => void;
}

/** An office of the service that is looked at. */
export function OfficeChoice({ label, value, choices, onChange }: OfficeProps) {
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
export function Grouped<T extends { name: string; municipality?: string | null }>({ label, hint, value, items, code, onChange, children }: GroupedProps<T>) {
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
