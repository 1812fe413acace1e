import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Design, Period } from '../../api/surveys';
import { BusyButton } from '../../ui/busy-button';
import { Check } from '../../ui/check';
import { TextInput } from '../../ui/form';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { full } from './draft';
import { Numbers, usePreview } from './numbers';
import { PartChecks } from './part-checks';
import { ServiceChecks } from './service-checks';
import { Texts } from './texts';

interface Props {
  start: Design;
  usual: Design;
  period?: Period;
  onPeriod?: (period: Period) => void;
  submit: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (design: Design) => void;
}

/** What a keeper decides, with the numbers that follow from it beside. */
export function DesignForm({ start, usual, period, onPeriod, submit, busy, error, onSubmit }: Props) {
  const { t } = useTranslation();
  const [design, setDesign] = useState(start);
  const set = (change: Partial<Design>) => setDesign((old) => ({ ...old, ...change }));
  const preview = usePreview(design);
  const [asked, named] = [full(design.respondents), full(design.roster)];
  const backwards = period !== undefined && period.closes_on < period.opens_on;
  const offices = (code: string) => preview.data && (preview.data.by_service.find((one) => one.service === code)?.offices ?? 0);
  function send(event: SyntheticEvent) {
    event.preventDefault();
    if (!backwards && !busy) onSubmit(design);
  }
  return (
    <form className="survey-form" onSubmit={send}>
      <div className="survey-fields">
        <section className="panel" aria-labelledby="what">
          <h2 id="what">{t('survey.part.what')}</h2>
          <TextInput label={t('survey.field.title')} value={design.title} most={80} required onChange={(title) => set({ title })} />
          {period && onPeriod && (
            <div className="survey-two">
              <TextInput type="date" required label={t('survey.field.opens_on')} value={period.opens_on} onChange={(opens_on) => onPeriod({ ...period, opens_on })} />
              <TextInput type="date" required label={t('survey.field.closes_on')} value={period.closes_on} onChange={(closes_on) => onPeriod({ ...period, closes_on })} />
            </div>
          )}
          {backwards && <p className="field-error" role="alert">{t('survey.backwards')}</p>}
        </section>
        <section className="panel" aria-labelledby="asked">
          <h2 id="asked">{t('survey.part.asked')}</h2>
          <p className="small"><Terms>{t('survey.part.asked_hint')}</Terms></p>
          <ServiceChecks label={t('survey.part.asked')} value={asked} usual={full(usual.respondents)} offices={offices} onChange={(respondents) => set({ respondents })} />
          <Check checked={asked.nurse_desks} onChange={(nurse_desks) => set({ respondents: { ...asked, nurse_desks } })}>{t('survey.nurse_desks')}</Check>
          <PartChecks area={design.area} label={t('survey.parts_asked')} value={asked} onChange={(respondents) => set({ respondents })} />
        </section>
        <section className="panel" aria-labelledby="named">
          <h2 id="named">{t('survey.part.named')}</h2>
          <p className="small"><Terms>{t('survey.part.named_hint')}</Terms></p>
          <ServiceChecks label={t('survey.part.named')} value={named} usual={full(usual.roster)} onChange={(roster) => set({ roster })} folded />
          <Check checked={named.nurse_desks} onChange={(nurse_desks) => set({ roster: { ...named, nurse_desks } })}>{t('survey.nurse_desks_named')}</Check>
          <PartChecks area={design.area} label={t('survey.parts_named')} value={named} onChange={(roster) => set({ roster })} />
          <Rows value={design.roster_size} onChange={(roster_size) => set({ roster_size })} />
        </section>
        <section className="panel" aria-labelledby="told">
          <h2 id="told">{t('survey.part.told')}</h2>
          <p className="small"><Terms>{t('survey.part.told_hint')}</Terms></p>
          <Check checked={design.ask_kinds} onChange={(ask_kinds) => set({ ask_kinds })}>{t('survey.ask.kinds')}</Check>
          <Check checked={design.ask_closeness} onChange={(ask_closeness) => set({ ask_closeness })}>{t('survey.ask.closeness')}</Check>
          <Check checked={design.ask_frequency} onChange={(ask_frequency) => set({ ask_frequency })}>{t('survey.ask.frequency')}</Check>
        </section>
        <Texts design={design} onChange={set} />
        {error && <ErrorPanel error={error} />}
      </div>
      <aside className="survey-aside">
        <Numbers preview={preview} design={design} />
        <BusyButton type="submit" className="button primary wide" busy={busy}>{submit}</BusyButton>
        <p className="small muted">{t('survey.create_hint')}</p>
      </aside>
    </form>
  );
}

function Rows({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { t } = useTranslation();
  return (
    <div className="survey-rows">
      <label htmlFor="rows" className="strong small">{t('survey.field.rows')}</label>
      <input id="rows" type="number" min={10} max={200} step={1} required value={value} aria-describedby="rows-hint" onChange={(event) => onChange(event.target.valueAsNumber || 0)} />
      <span id="rows-hint" className="small muted">{t('survey.field.rows_hint')}</span>
    </div>
  );
}
