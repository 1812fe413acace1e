import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../api/moderation';
import * as format from '../../lib/format';
import { BusyButton } from '../../ui/busy-button';

/** The last decisions, each with its way back. */
export function Decisions({ items, busy, onUndo }: { items: Decision[]; busy: boolean; onUndo: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{t('review.decisions')}</h2>
      <ul className="plain decisions">
        {items.map((decision) => {
          const names = decision.offices.map((office) => office.name).join(t('list.separator'));
          return (
            <li key={decision.id}>
              <span className="strong">{t(`review.action.${decision.action}`)}</span>{' '}
              {decision.offices.map((office) => (
                <span key={office.id}><Link to="/offices/$id" params={{ id: office.id }}>{office.name}</Link>{' '}</span>
              ))}
              <span className="small muted">{format.dateTime(decision.at, i18n.language)}</span>{' '}
              {decision.undone_at
                ? <span className="state">{t('review.was_undone')}</span>
                : (
                  <BusyButton className="button small" busy={busy} aria-label={t('review.undo_of', { what: t(`review.action.${decision.action}`), names })} onPress={() => onUndo(decision.id)}>
                    {t('review.undo')}
                  </BusyButton>
                )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
