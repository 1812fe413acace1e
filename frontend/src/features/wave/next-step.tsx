import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeWave, exportHref, nextWave, remindersHref, sheetsPdfHref, sheetsZipHref, type Period, type Wave } from '../../api/surveys';
import { dayAfter } from '../../lib/dates';
import { date } from '../../lib/format';
import { Confirm } from '../../ui/confirm';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { PeriodForm } from './period-form';

const DAYS = 21;

interface Props {
  id: string;
  wave: Wave;
  onChanged: () => Promise<unknown>;
}

/** What is to be done now, said plainly, with the buttons for it. */
export function NextStep({ id, wave, onChanged }: Props) {
  const { t, i18n } = useTranslation();
  const { state, opens_on, closes_on, sheets, number } = wave.wave;
  const awaited = wave.all.sheets - wave.all.finished - wave.all.refused - wave.all.withdrawn;
  const change = useMutation({
    mutationFn: ({ to, period }: { to: string; period?: Period }) => changeWave(id, period ?? { opens_on, closes_on }, to),
    onSuccess: onChanged,
  });
  const turn = (key: string, to: string, className: string) => (
    <Confirm label={t(`wave.${key}`)} question={t(`wave.${key}_question`, { count: state === 'draft' ? sheets : awaited })} className={className} onConfirm={() => change.mutate({ to })} />
  );
  const link = (href: string, label: string) => <a className="button" href={href} download>{label}</a>;
  const over = state === 'open' && dayAfter(new Date(), 0) > closes_on;
  return (
    <section className="panel wave-next" aria-labelledby="next">
      <h2 id="next">{t('wave.next')}</h2>
      <p><Terms>{t(over ? 'wave.step.over' : `wave.step.${state}`, { count: sheets, waiting: awaited, until: date(closes_on, i18n.language) })}</Terms></p>
      <div className="row">
        {state === 'draft' && <>{turn('open', 'open', 'button primary')}{link(sheetsPdfHref(id, 'all'), t('wave.print_all'))}{link(sheetsZipHref(id), t('wave.excel_all'))}</>}
        {state === 'open' && (
          <>
            <Link className="button primary" to="/waves/$id/entry" params={{ id }}>{t('wave.enter')}</Link>
            {link(sheetsPdfHref(id, 'waiting'), t('wave.print_waiting'))}
            {link(remindersHref(id), t('wave.letters'))}
            {link(sheetsZipHref(id), t('wave.excel_all'))}
            {turn('close', 'closed', over ? 'button primary' : 'button')}
          </>
        )}
        {state === 'closed' && (
          <>
            <a className="button primary" href={exportHref(id, 'zip')} download>{t('wave.export_whole')}</a>
            <Link className="button" to="/waves/$id/entry" params={{ id }}>{t('wave.enter_late')}</Link>
            {turn('reopen', 'open', 'button')}
          </>
        )}
      </div>
      {change.isError && <ErrorPanel error={change.error} />}
      <details className="wave-period">
        <summary>{t('wave.change_period')}</summary>
        <PeriodForm
          key={`${opens_on} ${closes_on}`} start={{ opens_on, closes_on }} submit={t('wave.save_period')} busy={change.isPending}
          onSubmit={(period) => change.mutate({ to: state, period })}
        />
      </details>
      {state === 'closed' && <Next survey={wave.survey} number={number + 1} onMade={onChanged} />}
    </section>
  );
}

function Next({ survey, number, onMade }: { survey: string; number: number; onMade: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [start] = useState<Period>(() => ({ opens_on: dayAfter(new Date(), 0), closes_on: dayAfter(new Date(), DAYS) }));
  const make = useMutation({
    mutationFn: (period: Period) => nextWave(survey, period),
    onSuccess: async ({ waves }) => {
      await onMade();
      const last = waves.at(-1);
      if (last) await navigate({ to: '/waves/$id', params: { id: last.id } });
    },
  });
  return (
    <details className="wave-period">
      <summary>{t('wave.next_wave', { wave: t('survey.wave_number', { number }) })}</summary>
      <p className="small">{t('wave.next_wave_hint')}</p>
      <PeriodForm start={start} submit={t('wave.make_next')} busy={make.isPending} onSubmit={(period) => make.mutate(period)} />
      {make.isError && <ErrorPanel error={make.error} />}
    </details>
  );
}
