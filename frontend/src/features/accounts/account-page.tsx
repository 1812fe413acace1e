import './accounts.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { accountQuery, accountSessionsQuery, addGrant, closeAccount, closeSessions, createLink, removeGrant, reopenAccount, sessionQuery, type Delivery } from '../../api/accounts';
import type { Account, Link as OneTimeLink } from '../../api/types';
import { dateTime } from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { Check } from '../../ui/check';
import { Confirm } from '../../ui/confirm';
import { RoleList } from '../../ui/role-list';
import { SessionTable } from '../../ui/session-table';
import { ErrorPanel, Loading } from '../../ui/states';
import { Description } from './description';
import { GrantPicker } from './grant-picker';
import { Slip } from './slip';

/** One account of those one manages: description, roles, one-time link, sessions, closing. */
export function ManagedAccountPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/admin/accounts/$id' });
  const account = useQuery(accountQuery(id));
  useTitle(account.data?.name ?? t('accounts.title'), t('shell.name'));
  return (
    <div className="page narrow accounts">
      <p className="no-print"><Link to="/admin/accounts">{t('accounts.back')}</Link></p>
      {account.isPending && <Loading />}
      {account.isError && <ErrorPanel error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && <Sections key={id} account={account.data} />}
    </div>
  );
}

function Sections({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [link, setLink] = useState<OneTimeLink | null>(null);
  return (
    <>
      <h1 className="no-print">{account.name} <span className={`account-state ${account.state}`}>{t(`accounts.states.${account.state}`)}</span></h1>
      {link && <Slip link={link} onClose={() => setLink(null)} />}
      <div className="no-print">
        {account.elsewhere && <p className="panel notice">{t('accounts.elsewhere_only')}</p>}
        {!account.elsewhere && <Description account={account} />}
        <Roles account={account} />
        {!account.elsewhere && account.state !== 'closed' && <OneTime account={account} onLink={setLink} />}
        {!account.elsewhere && <Access account={account} />}
      </div>
    </>
  );
}

function useChange<T>(change: (input: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }) });
}

function Roles({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const add = useChange((grant: Parameters<typeof addGrant>[1]) => addGrant(account.id, grant));
  const remove = useChange((grant: Parameters<typeof removeGrant>[1]) => removeGrant(account.id, grant));
  const failed = add.error ?? remove.error;
  return (
    <section className="panel" aria-labelledby="roles">
      <h2 id="roles">{t('account.roles')}</h2>
      <RoleList
        grants={account.grants} none={t('account.no_roles')}
        after={({ role, scope, of }) => <Button className="button small" onPress={() => remove.mutate({ role, scope, of })}>{t('accounts.grant.remove')}</Button>}
      />
      {failed && <ErrorPanel error={failed} />}
      {adding ? <GrantPicker onPick={({ role, scope, of }) => { add.mutate({ role, scope, of }); setAdding(false); }} /> : (
        <p><Button className="button" onPress={() => { add.reset(); remove.reset(); setAdding(true); }}>{t('accounts.grant.add')}</Button></p>
      )}
    </section>
  );
}

function OneTime({ account, onLink }: { account: Account; onLink: (link: OneTimeLink) => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const [drops, setDrops] = useState(false);
  const make = useMutation({
    mutationFn: (delivery: Delivery) => createLink(account.id, delivery, drops),
    onSuccess: async (link) => {
      onLink(link);
      await client.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  const kind = account.state === 'invited' ? 'invitation' : 'reset';
  return (
    <section className="panel" aria-labelledby="one-time">
      <h2 id="one-time">{t(`accounts.link.title.${kind}`)}</h2>
      <p>{t(`accounts.link.text.${kind}`)}</p>
      {account.link_until && <p className="small">{t('accounts.link.waiting', { at: dateTime(account.link_until, i18n.language) })}</p>}
      {account.has_second_factor && <Check checked={drops} onChange={setDrops}>{t('accounts.link.drops')}</Check>}
      {make.isError && <ErrorPanel error={make.error} />}
      <p className="row">
        <BusyButton className="button" busy={make.isPending} onPress={() => make.mutate('slip')}>{t('accounts.link.slip')}</BusyButton>
        {session.data?.mail && account.email && <BusyButton className="button" busy={make.isPending} onPress={() => make.mutate('mail')}>{t('accounts.link.mail')}</BusyButton>}
      </p>
    </section>
  );
}

function Access({ account }: { account: Account }) {
  const { t } = useTranslation();
  const sessions = useQuery(accountSessionsQuery(account.id));
  const end = useChange(() => closeSessions(account.id));
  const close = useChange(() => closeAccount(account.id));
  const reopen = useChange(() => reopenAccount(account.id));
  const failed = end.error ?? close.error ?? reopen.error;
  const open = sessions.data?.items ?? [];
  return (
    <section className="panel" aria-labelledby="access">
      <h2 id="access">{t('accounts.access.title')}</h2>
      {open.length > 0 ? <SessionTable sessions={open} /> : <p className="muted">{t('accounts.access.none')}</p>}
      {failed && <ErrorPanel error={failed} />}
      <p className="row">
        {open.length > 0 && <BusyButton className="button" busy={end.isPending} onPress={() => end.mutate(undefined)}>{t('accounts.access.end')}</BusyButton>}
        {account.state === 'closed'
          ? <BusyButton className="button" busy={reopen.isPending} onPress={() => reopen.mutate(undefined)}>{t('accounts.access.reopen')}</BusyButton>
          : <Confirm className="button danger" label={t('accounts.access.close')} question={t('accounts.access.close_question', { name: account.name })} onConfirm={() => close.mutate(undefined)} />}
      </p>
    </section>
  );
}
