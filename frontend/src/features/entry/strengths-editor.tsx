import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { termsQuery, type Strength, type Term } from '../../api/entry';
import { Check } from '../../ui/check';
import { TextInput } from '../../ui/form';

const GROUPS = ['intractable', 'medical', 'disability', 'family', 'language', 'other'] as const;

/** 特長: to be ticked, with a word of one's own to each. */
export function StrengthsEditor({ value, onChange }: { value: Strength[]; onChange: (value: Strength[]) => void }) {
  const { t, i18n } = useTranslation();
  const terms = useQuery(termsQuery).data?.strengths ?? [];
  const [wanted, setWanted] = useState('');
  const name = (term: Term) => (i18n.language === 'en' ? term.en : term.ja);
  const text = (term: Term) => [term.ja, term.en, ...(term.words ?? [])].join(' ').normalize('NFKC').toLowerCase();
  const fits = (term: Term) => text(term).includes(wanted.normalize('NFKC').trim().toLowerCase());
  const has = (code: string) => value.some((one) => one.term === code);
  const toggle = (code: string) =>
    onChange(has(code) ? value.filter((one) => one.term !== code) : [...value, { term: code, note: null }]);
  return (
    <section className="panel form" aria-labelledby="edit-strengths">
      <h2 id="edit-strengths">{t('entry.group.strengths')}</h2>
      <TextInput label={t('entry.find_strength')} value={wanted} onChange={setWanted} />
      {GROUPS.map((group) => {
        const members = terms.filter((term) => term.group === group && fits(term));
        if (members.length === 0) return null;
        return (
          <fieldset key={group} className="edit-fieldset">
            <legend>{t(`strength.group.${group}`)}</legend>
            <div className="edit-strengths">
              {members.map((term) => (
                <Check key={term.code} checked={has(term.code)} onChange={() => toggle(term.code)}>{name(term)}</Check>
              ))}
            </div>
          </fieldset>
        );
      })}
      {value.map((one) => {
        const term = terms.find((known) => known.code === one.term);
        return (
          <TextInput
            key={one.term} label={t('entry.strength_note', { strength: term ? name(term) : one.term })} value={one.note ?? ''} most={100}
            onChange={(note) => onChange(value.map((other) => (other.term === one.term ? { ...other, note } : other)))}
          />
        );
      })}
    </section>
  );
}
