import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { refuseSheet, withdrawSheet } from '../../api/sheet';
import { date } from '../../lib/format';
import { waiting } from '../../lib/pending';
import { Confirm } from '../../ui/confirm';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';
import type { PartProps } from './sheet-page';

/** Whose sheet it is, of which survey, until when. */
export function Heading({ sheet, compact = false }: { sheet: PartProps['sheet']; compact?: boolean }) {
  const { t, i18n } = useTranslation();
  const period = { from: date(sheet.opens_on, i18n.language), to: date(sheet.closes_on, i18n.language) };
  return (
    <header className="star-heading">
      <p className="small muted">{t('sheet.wave', { number: sheet.wave_number })} {t('sheet.period', period)}</p>
      <h1>{sheet.title}</h1>
      <p className={compact ? 'strong' : 'star-addressee'}>{t(compact ? 'sheet.answering' : 'sheet.addressee', { name: sheet.office_name })}</p>
    </header>
  );
}

/** Before anything is answered: what it is for, who reads what, and two ways on. */
export function Start({ code, sheet, answers, onChanged }: PartProps) {
  const { t } = useTranslation();
  const refuse = useMutation({
    mutationFn: () => refuseSheet(code),
    onSuccess: () => {
      answers.outbox.clear();
      return onChanged();
    },
  });
  function begin() {
    answers.outbox.change({ rows: {}, consents: true, state: 'begun' });
    answers.outbox.flush();
  }
  return (
    <div className="page narrow">
      <Heading sheet={sheet} />
      {sheet.state === 'refused' && <p className="panel notice" role="status">{t('sheet.was_refused')}</p>}
      {sheet.state === 'withdrawn' && <p className="panel notice" role="status">{t('sheet.was_withdrawn')}</p>}
      {sheet.introduction && <p className="star-text"><Terms>{sheet.introduction}</Terms></p>}
      <section className="panel" aria-labelledby="star-consent">
        <h2 id="star-consent">{t('sheet.consent')}</h2>
        <p className="star-text"><Terms>{sheet.consent}</Terms></p>
      </section>
      <ul className="star-facts small">
        <li>{t('sheet.saved_as_you_go')}</li>
        <li>{t('sheet.reopen')}</li>
      </ul>
      <Button className="button primary wide star-begin" onPress={begin}>{t('sheet.begin')}</Button>
      <Contact sheet={sheet} />
      {sheet.state !== 'refused' && (
        <p><Confirm className="link" label={t('sheet.refuse')} question={t('sheet.refuse_sure')} onConfirm={() => refuse.mutate()} /></p>
      )}
      {refuse.isError && <ErrorPanel error={refuse.error} />}
    </div>
  );
}

export function Contact({ sheet }: { sheet: PartProps['sheet'] }) {
  const { t } = useTranslation();
  if (!sheet.contact) return null;
  return <p className="small"><span className="strong">{t('sheet.contact')}</span> <span className="star-text">{sheet.contact}</span></p>;
}

/** The wave has not been opened. */
export function Early({ sheet }: PartProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="page narrow">
      <Heading sheet={sheet} />
      <p className="panel notice strong">{t('sheet.early', { date: date(sheet.opens_on, i18n.language) })}</p>
      {sheet.introduction && <p className="star-text"><Terms>{sheet.introduction}</Terms></p>}
      <Contact sheet={sheet} />
    </div>
  );
}

/** The wave is over; what was answered can still be taken back. */
export function Closed({ code, sheet, answers, onChanged }: PartProps) {
  const { t } = useTranslation();
  const late = waiting(answers.outgoing.pending);
  return (
    <div className="page narrow">
      <Heading sheet={sheet} />
      <p className="panel notice strong">{t('sheet.over')}</p>
      {sheet.state === 'begun' && <p>{t('sheet.over_begun')}</p>}
      {late > 0 && <p className="panel warning">{t('sheet.over_kept', { count: late })}</p>}
      {sheet.state === 'withdrawn' && <p role="status">{t('sheet.withdrawn_done')}</p>}
      <Contact sheet={sheet} />
      {sheet.state === 'begun' && <Withdraw code={code} answers={answers} onChanged={onChanged} />}
    </div>
  );
}

/** Takes every answer back: possible at any time. */
export function Withdraw({ code, answers, onChanged }: Pick<PartProps, 'code' | 'answers' | 'onChanged'>) {
  const { t } = useTranslation();
  const withdraw = useMutation({
    mutationFn: () => withdrawSheet(code),
    onSuccess: () => {
      answers.outbox.clear();
      return onChanged();
    },
  });
  return (
    <>
      <Confirm className="button" label={t('sheet.withdraw')} question={t('sheet.withdraw_sure')} onConfirm={() => withdraw.mutate()} />
      {withdraw.isError && <ErrorPanel error={withdraw.error} />}
    </>
  );
}
