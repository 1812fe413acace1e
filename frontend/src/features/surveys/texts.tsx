import { useTranslation } from 'react-i18next';
import type { Design } from '../../api/surveys';
import { TextInput } from '../../ui/form';

/** Greeting, consent and contact, and how they read on the sheet. */
export function Texts({ design, onChange }: { design: Design; onChange: (change: Partial<Design>) => void }) {
  const { t } = useTranslation();
  const short = design.consent.trim().length < 10;
  return (
    <section className="panel" aria-labelledby="texts">
      <h2 id="texts">{t('survey.part.texts')}</h2>
      <TextInput label={t('survey.field.introduction')} lines={5} most={1000} value={design.introduction} onChange={(introduction) => onChange({ introduction })} />
      <TextInput label={t('survey.field.consent')} hint={t('survey.field.consent_hint')} lines={7} most={2000} required value={design.consent} onChange={(consent) => onChange({ consent })} />
      {short && <p className="field-error">{t('survey.field.consent_short')}</p>}
      <TextInput label={t('survey.field.contact')} hint={t('survey.field.contact_hint')} lines={3} most={300} value={design.contact} onChange={(contact) => onChange({ contact })} />
      <details>
        <summary>{t('survey.see')}</summary>
        <article className="survey-sight">
          <h3>{design.title}</h3>
          <p className="lines">{design.introduction}</p>
          <h4>{t('survey.field.consent')}</h4>
          <p className="lines">{design.consent}</p>
          {design.contact && <><h4>{t('survey.field.contact')}</h4><p className="lines">{design.contact}</p></>}
        </article>
      </details>
    </section>
  );
}
