import { useId, useState } from 'react';
import { Button, Input, Label, TextField, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { GuideCase, GuideTerms } from '../../api/guide';
import { find } from './conditions';

interface Props {
  terms: GuideTerms;
  asked: GuideCase;
  onChange: (patch: Partial<GuideCase>) => void;
}

/** Large choices; everything may stay open. */
export function Choices({ terms, asked, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const text = (choice: { ja: string; en: string }) => (i18n.language === 'en' ? choice.en : choice.ja);
  const digits = (value: string) => value.normalize('NFKC').replace(/\D/g, '').slice(0, 3);
  const toggle = (list: string[], code: string) => (list.includes(code) ? list.filter((one) => one !== code) : [...list, code]);
  return (
    <form className="choices-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{t('guide.situation')}</legend>
        <div className="choices">
          {terms.situations.map((choice) => (
            <ToggleButton
              key={choice.code} className="case-choice" isSelected={asked.situations.includes(choice.code)}
              onChange={() => onChange({ situations: toggle(asked.situations, choice.code) })}
            >
              {text(choice)}
            </ToggleButton>
          ))}
        </div>
      </fieldset>
      <div className="guide-fields">
        <TextField className="field" value={asked.age} isDisabled={asked.turns65In !== ''} onChange={(age) => onChange({ age: digits(age) })}>
          <Label>{t('guide.age')}</Label>
          <Input inputMode="numeric" autoComplete="off" />
        </TextField>
        <TextField className="field" value={asked.turns65In} onChange={(months) => onChange({ turns65In: digits(months) })}>
          <Label>{t('guide.months')}</Label>
          <Input inputMode="numeric" autoComplete="off" />
        </TextField>
        <TextField className="field wide" value={asked.place} onChange={(place) => onChange({ place })}>
          <Label>{t('guide.place')}</Label>
          <Input placeholder={t('guide.place_example')} autoComplete="off" />
        </TextField>
      </div>
      <ConditionField terms={terms} asked={asked} onChange={onChange} />
      <fieldset>
        <legend>{t('guide.services')}</legend>
        <div className="choices small-choices">
          {terms.services.map((choice) => (
            <ToggleButton
              key={choice.code} className={`case-choice of-${choice.system ?? ''}`} isSelected={asked.services.includes(choice.code)}
              onChange={() => onChange({ services: toggle(asked.services, choice.code) })}
            >
              {text(choice)}
            </ToggleButton>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

/** Disease or disability by name, abbreviation or number; the common ones by one press. */
const COMMON = ['physical_disability', 'intellectual_disability', 'mental_disorder', 'developmental_disorder', 'rare_disease', 'als', 'parkinson', 'dementia', 'medical_care', 'stroke'];

function ConditionField({ terms, asked, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState('');
  const words = useId();
  const label = (code: string) => {
    const found = terms.conditions.find((one) => one.code === code);
    return found ? (i18n.language === 'en' ? found.en : found.ja) : code;
  };
  const toggle = (code: string) =>
    onChange({ conditions: asked.conditions.includes(code) ? asked.conditions.filter((one) => one !== code) : [...asked.conditions, code] });
  const hit = find(terms.conditions, typed);

  function add() {
    if (!hit) return;
    if (!asked.conditions.includes(hit.code)) toggle(hit.code);
    setTyped('');
  }

  return (
    <fieldset>
      <legend>{t('guide.condition')}</legend>
      <div className="choices small-choices">
        {[...new Set([...COMMON, ...asked.conditions])].map((code) => (
          <ToggleButton key={code} className="case-choice" isSelected={asked.conditions.includes(code)} onChange={() => toggle(code)}>{label(code)}</ToggleButton>
        ))}
      </div>
      <div className="row condition-add">
        <TextField className="field" value={typed} onChange={setTyped} onKeyDown={(event) => { if (event.key === 'Enter') add(); }}>
          <Label>{t('guide.condition_type')}</Label>
          <Input list={words} placeholder={t('guide.condition_example')} autoComplete="off" />
          <datalist id={words}>{terms.conditions.map((one) => <option key={one.code} value={one.ja}>{one.words.join(' ')}</option>)}</datalist>
        </TextField>
        <Button className="button" isDisabled={!hit} onPress={add}>{t('guide.add')}</Button>
      </div>
      {typed !== '' && !hit && <p className="small muted" role="status">{t('guide.no_condition')}</p>}
    </fieldset>
  );
}
