import './history.css';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { historyQuery, restore, undo } from '../../api/moderation';
import { officeQuery } from '../../api/queries';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { ErrorPanel, Loading } from '../../ui/states';
import { Entry } from './entry';

/** 履歴: what of an office was changed, when, by whom as a role, from which source. */
export function HistoryPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/offices/$id/history' });
  const client = useQueryClient();
  const office = useQuery(officeQuery(id));
  const history = useInfiniteQuery(historyQuery(id));
  const [said, setSaid] = useState('');
  const [decision, setDecision] = useState<string | null>(null);
  useTitle(t('history.title'), office.data?.name, t('shell.name'));
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['history', id] }), client.invalidateQueries({ queryKey: ['office', id] })]);
  const names = (fields: readonly string[]) => fields.map((field) => t(`field.${field}`, { defaultValue: field })).join(t('list.separator'));
  const back = useMutation({
    mutationFn: (seq: number) => restore(id, seq),
    onSuccess: async (done) => {
      setDecision(done.decision ?? null);
      const left = done.left.length > 0 ? t('history.left', { fields: names(done.left) }) : '';
      setSaid(`${done.decision ? t('history.restored', { fields: names(done.fields) }) : t('history.nothing')} ${left}`);
      await refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (which: string) => undo(which),
    onSuccess: async (done) => {
      setDecision(null);
      setSaid(t(done.undone ? 'review.undone' : 'history.not_undone'));
      await refresh();
    },
  });

  const pages = history.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.items);
  const mayRestore = pages[0]?.may_restore ?? false;
  return (
    <div className="page history-page">
      <p><Link to="/offices/$id" params={{ id }}>{t('history.back', { name: office.data?.name ?? '' })}</Link></p>
      <h1>{t('history.of', { name: office.data?.name ?? '' })}</h1>
      <p>{t('history.lead')}</p>
      <p className="history-said" role="status">
        {said}{' '}
        {decision && <BusyButton className="button small" busy={revoke.isPending} onPress={() => revoke.mutate(decision)}>{t('review.undo')}</BusyButton>}
      </p>
      {history.isPending && <Loading />}
      {history.isError && <ErrorPanel error={history.error} onRetry={() => void history.refetch()} />}
      {back.isError && <ErrorPanel error={back.error} />}
      {history.data && entries.length === 0 && <p className="panel">{t('history.none')}</p>}
      <ol className="history">
        {entries.map((entry, index) => (
          <Entry
            key={entry.seq} entry={entry} busy={back.isPending}
            // The newest state stands already.
            onRestore={mayRestore && index > 0 ? () => back.mutate(entry.seq) : null}
          />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button className="button" onPress={() => void history.fetchNextPage()}>{t('history.more')}</Button>
      )}
    </div>
  );
}
