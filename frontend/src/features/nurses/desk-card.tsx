import { useTranslation } from 'react-i18next';
import type { Desk, DeskReason, HandOver } from '../../api/nurses';
import { date } from '../../lib/format';
import { ContactLine } from '../../ui/contact';
import { Terms } from '../../ui/terms';
import { ages } from './ages';

interface Props {
  desk: Desk;
  reason?: DeskReason;
  next?: HandOver | null;
  first?: boolean;
}

/** One desk: name, telephone, why it, what it does and does not, who is next. */
export function DeskCard({ desk, reason, next, first = false }: Props) {
  const { t, i18n } = useTranslation();
  const topics = desk.topics.map((code) => t(`nurse_topic.${code}`));
  return (
    <article className={first ? 'desk first' : 'desk'}>
      <h3>
        {desk.name}
        <span className="pill">{t(`nurses.scheme.${desk.scheme}`)}</span>
      </h3>
      <ContactLine phone={desk.phone ?? null} fax={desk.fax ?? null} name={desk.name} />
      {reason && (
        <p className="small">
          {t('nurses.reason', {
            area: reason.town ? `${reason.area.name} ${reason.town}` : reason.area.name,
            ages: ages(t, desk.age_from, desk.age_to),
          })}
        </p>
      )}
      {next && <p className="small"><strong>{t('nurses.next')}</strong> <Terms>{handOver(t, next)}</Terms></p>}
      <dl className="desk-facts small">
        {desk.does.length > 0 && <div><dt>{t('nurses.does')}</dt><dd><Terms>{desk.does.map((task) => t(`nurses.task.${task}`)).join(t('list.separator'))}</Terms></dd></div>}
        {desk.does_not && <div><dt>{t('nurses.does_not')}</dt><dd><Terms>{desk.does_not}</Terms></dd></div>}
        {desk.hours && <div><dt>{t('nurses.hours')}</dt><dd>{desk.hours}</dd></div>}
        <div><dt>{t('nurses.topics')}</dt><dd><Terms>{topics.join(t('list.separator'))}</Terms></dd></div>
      </dl>
      <p className="small muted">
        {t('nurses.source', { owner: desk.owner_name, source: desk.source || t('nurses.no_source') })}
        {desk.checked_on ? t('nurses.checked', { date: date(desk.checked_on, i18n.language) }) : t('nurses.unchecked')}
      </p>
    </article>
  );
}

export function handOver(t: (key: string, values?: Record<string, unknown>) => string, over: HandOver): string {
  const when = [over.age != null && t('nurses.years', { age: over.age }), over.event].filter(Boolean).join(' ');
  return `${when} → ${over.to}`;
}
