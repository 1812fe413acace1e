import './fresh.css';
import { useTranslation } from 'react-i18next';
import { date } from '../lib/format';

interface Props {
  freshness: { class: string; checked_on?: string | null; how?: string | null; age_days?: number | null } | undefined;
}

/** How fresh a statement is: words first, a paling bar beside them; never by colour alone. */
export function Fresh({ freshness }: Props) {
  const { t, i18n } = useTranslation();
  if (!freshness) return null;
  const { class: kind, checked_on, how, age_days } = freshness;
  return (
    <p className={`fresh is-${kind}`}>
      <span className="fresh-bar" aria-hidden="true"><i /><i /><i /></span>
      <span>
        <strong>{t(`fresh.class.${kind}`)}</strong>
        {checked_on && (
          <> {t('fresh.checked', { date: date(checked_on, i18n.language), count: age_days ?? 0 })}{how && t(`fresh.how.${how}`)}</>
        )}
      </span>
    </p>
  );
}

const FADES_AFTER = 30;

/** How many days ago, from a day `YYYY-MM-DD`. */
export function daysSince(on: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(`${on}T00:00:00+09:00`)) / 86_400_000));
}

/** 受入可・要相談・不可 with its day; pale and said so when it is more than thirty days old. */
export function AvailabilityMark({ status, on, service }: { status: string; on: string; service?: string | undefined }) {
  const { t } = useTranslation();
  const days = daysSince(on);
  const old = days > FADES_AFTER;
  return (
    <span className={`availability ${status}${old ? ' old' : ''}`}>
      {service && <span className="availability-service">{service}</span>}
      <strong>{t(`availability.${status}`)}</strong>
      <span className="availability-day">{old ? t('availability.old', { count: days }) : t('availability.said', { count: days })}</span>
    </span>
  );
}
