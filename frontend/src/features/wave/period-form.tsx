import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../api/surveys';
import { BusyButton } from '../../ui/busy-button';
import { TextInput } from '../../ui/form';

/** First and last day. */
export function PeriodForm({ start, submit, busy, onSubmit }: { start: Period; submit: string; busy: boolean; onSubmit: (period: Period) => void }) {
  const { t } = useTranslation();
  const [period, setPeriod] = useState(start);
  const backwards = period.closes_on < period.opens_on;
  return (
    <form
      className="row end"
      onSubmit={(event) => {
        event.preventDefault();
        if (!backwards) onSubmit(period);
      }}
    >
      <TextInput type="date" required label={t('survey.field.opens_on')} value={period.opens_on} onChange={(opens_on) => setPeriod({ ...period, opens_on })} />
      <TextInput type="date" required label={t('survey.field.closes_on')} value={period.closes_on} onChange={(closes_on) => setPeriod({ ...period, closes_on })} />
      <BusyButton type="submit" className="button" busy={busy}>{submit}</BusyButton>
      {backwards && <p className="field-error" role="alert">{t('survey.backwards')}</p>}
    </form>
  );
}
