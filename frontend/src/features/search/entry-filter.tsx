import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { termsQuery, type Term } from '../../api/entry';
import { AVAILABILITY, MONTHS, toggle } from '../../lib/search-state';
import { Check } from '../../ui/check';
import { Choose, TextInput } from '../../ui/form';
import type { FilterProps } from './toolbar';

/** What offices say of themselves: 特長, 受入可否, and how long ago somebody checked the entry. */
export function EntryFilter({ state, update }: FilterProps) {
  const { t, i18n } = useTranslation();
  const terms = useQuery(termsQuery).data?.strengths ?? [];
  const [wanted, setWanted] = useState('');
  const words = (term: Term) => [term.ja, term.en, ...(term.words ?? [])].join(' ').normalize('NFKC').toLowerCase();
  const fits = (term: Term) => words(term).includes(wanted.normalize('NFKC').trim().toLowerCase());
  return (
    <div className="filter-body">
      <Choose
        label={t('filter.entry.availability')} value={state.availability ?? ''} none={t('filter.entry.any')}
        options={AVAILABILITY.map((code) => [code, t(`filter.entry.${code}`)])}
        onChange={(code) => update({ availability: AVAILABILITY.find((one) => one === code) ?? null, selected: null })}
      />
      <Choose
        label={t('filter.entry.checked')} value={String(state.checked ?? '')} none={t('filter.entry.any')}
        options={MONTHS.map((months) => [String(months), t('filter.entry.months', { count: months })])}
        onChange={(months) => update({ checked: Number(months) || null, selected: null })}
      />
      <TextInput label={t('entry.find_strength')} value={wanted} onChange={setWanted} />
      <div className="filter-scroll">
        <fieldset className="filter-group">
          <legend>{t('entry.group.strengths')}</legend>
          {terms.filter(fits).map((term) => (
            <Check
              key={term.code} checked={state.strength.includes(term.code)}
              onChange={() => update({ strength: toggle(state.strength, term.code), selected: null })}
            >
              {i18n.language === 'en' ? term.en : term.ja}
            </Check>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

/** The name of a strength, for tags. */
export function StrengthName({ code }: { code: string }) {
  const { i18n } = useTranslation();
  const term = useQuery(termsQuery).data?.strengths.find((one) => one.code === code);
  return <>{(i18n.language === 'en' ? term?.en : term?.ja) ?? code}</>;
}
