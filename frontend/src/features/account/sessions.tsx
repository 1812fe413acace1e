import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { closeOwnSession, ownSessionsQuery, signOutElsewhere } from '../../api/accounts';
import { BusyButton } from '../../ui/busy-button';
import { SessionTable } from '../../ui/session-table';
import { ErrorPanel, Loading } from '../../ui/states';

/** Where one is signed in, each to be ended alone or all others at once. */
export function OwnSessions() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sessions = useQuery(ownSessionsQuery);
  const end = useMutation({
    mutationFn: (id: string | null) => (id ? closeOwnSession(id) : signOutElsewhere()),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  const others = (sessions.data?.items ?? []).some((session) => !session.current);
  return (
    <section className="panel" aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions.title')}</h2>
      {sessions.isPending && <Loading />}
      {sessions.isError && <ErrorPanel error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && <SessionTable sessions={sessions.data.items} onEnd={(id) => end.mutate(id)} />}
      <p className="row">
        <BusyButton className="button" busy={end.isPending} isDisabled={!others} onPress={() => end.mutate(null)}>{t('account.sessions.end_others')}</BusyButton>
        <span role="status" className="small">{end.isSuccess && t('account.sessions.ended')}</span>
      </p>
    </section>
  );
}
