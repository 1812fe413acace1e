import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../api/moderation';
import * as format from '../../lib/format';
import { LISTS, difference, inWords, listDifference } from '../../lib/history';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { BusyButton } from '../../ui/busy-button';

/** One moment of an office. What was taken away is struck through, what came is underlined: not told by colour alone. */
export function Entry({ entry, busy, onRestore }: { entry: HistoryEntry; busy: boolean; onRestore: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const word = (group: 'service' | 'day', code: string) => (group === 'service' ? serviceName(taxonomy, code, i18n.language) : t(`day.name.${code}`));
  const words = (field: string, value: string) => inWords(field, value, word, t('list.separator'));
  const items = (field: string, value: string) => value.split(field === 'other_names' ? '、' : ' ').filter(Boolean).map((item) => words(field, item));
  const when = format.dateTime(entry.at, i18n.language);
  return (
    <li>
      <p className="history-head">
        <time dateTime={entry.at}>{when}</time>{' '}
        <span className="strong">{t(`history.action.${entry.action}`, { defaultValue: entry.action })}</span>{' '}
        <span className="pill">{t(`history.role.${entry.role}`)}</span>{' '}
        {entry.by && <span>{entry.by}</span>}{' '}
        {entry.source && <span className="muted small">{t('history.source', { source: entry.source })}</span>}
      </p>
      {entry.former && <p className="small muted">{t('history.former', { name: entry.former })}</p>}
      {entry.other && (
        <p>
          {t(`history.other.${entry.action}`, { defaultValue: '' })}{' '}
          <Link to="/offices/$id" params={{ id: entry.other.id }}>{entry.other.name || t('history.other_office')}</Link>
        </p>
      )}
      {entry.changes.length > 0 && (
        <dl className="history-changes">
          {entry.changes.map((change) => (
            <div key={change.field}>
              <dt>{t(`field.${change.field}`, { defaultValue: change.field })}</dt>
              <dd>
                {LISTS.includes(change.field)
                  ? <ListChange before={items(change.field, change.before)} after={items(change.field, change.after)} />
                  : <Change before={words(change.field, change.before)} after={words(change.field, change.after)} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {entry.parts.length > 0 && (
        <p>{t('history.parts', { parts: entry.parts.map((part) => t(`history.part.${part}`, { defaultValue: part })).join(t('list.separator')) })}</p>
      )}
      {entry.note && <p className="small muted">{t('history.note', { note: entry.note })}</p>}
      {onRestore && !entry.former && (
        <BusyButton className="button small" busy={busy} aria-label={t('history.restore_of', { when })} onPress={onRestore}>{t('history.restore')}</BusyButton>
      )}
    </li>
  );
}

function Change({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  if (before === '') return <>{t('history.set')} <ins>{after}</ins></>;
  if (after === '') return <>{t('history.cleared')} <del>{before}</del></>;
  const part = difference(before, after);
  return (
    <>
      <span className="history-before"><span className="visually-hidden">{t('history.before')}</span>{part.head}<del>{part.before}</del>{part.tail}</span>
      <span aria-hidden="true"> → </span>
      <span><span className="visually-hidden">{t('history.after')}</span>{part.head}<ins>{part.after}</ins>{part.tail}</span>
    </>
  );
}

function ListChange({ before, after }: { before: string[]; after: string[] }) {
  const { t } = useTranslation();
  const { gone, come } = listDifference(before, after);
  const list = (items: string[]) => items.join(t('list.separator'));
  return (
    <>
      {come.length > 0 && <span className="history-part">{t('history.come')} <ins>{list(come)}</ins></span>}
      {gone.length > 0 && <span className="history-part">{t('history.gone')} <del>{list(gone)}</del></span>}
    </>
  );
}
