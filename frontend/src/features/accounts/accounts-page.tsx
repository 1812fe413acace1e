import './accounts.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { accountsQuery, sessionQuery } from '../../api/accounts';
import type { Account, Link as OneTimeLink } from '../../api/types';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { RoleList } from '../../ui/role-list';
import { SearchBox } from '../../ui/search-box';
import { ErrorPanel, Loading } from '../../ui/states';
import { WideTable } from '../../ui/wide-table';
import { Invite } from './invite';
import { Slip } from './slip';

/** Accounts one may manage: found by name, invited, opened. */
export function AccountsPage() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const { q = '' } = useSearch({ from: '/admin/accounts' });
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  useTitle(t('accounts.title'), t('shell.name'));
  const may = session.data?.may.includes('manage_accounts');
  if (session.data && !may) return <NotYours />;
  return (
    <div className="page accounts">
      <div className="accounts-head no-print">
        <h1>{t('accounts.title')}</h1>
        {!inviting && <Button className="button primary" onPress={() => { setInviting(true); setLink(null); }}>{t('accounts.invite.open')}</Button>}
      </div>
      {link && <Slip link={link} onClose={() => setLink(null)} />}
      {inviting && (
        <Invite
          onCancel={() => setInviting(false)}
          onMade={(made) => {
            setLink(made);
            setInviting(false);
          }}
        />
      )}
      <div className="no-print"><List q={q} /></div>
    </div>
  );
}

export function NotYours() {
  const { t } = useTranslation();
  return (
    <div className="page narrow">
      <h1>{t('accounts.title')}</h1>
      <p className="panel notice">{t('accounts.not_yours')} <Link to="/account">{t('who.account')}</Link></p>
    </div>
  );
}

function List({ q }: { q: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  const accounts = useInfiniteQuery(accountsQuery(q));
  const rows = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SearchBox
        value={text} label={t('accounts.find')} placeholder={t('accounts.find_hint')} choices={[]} onChange={setText} onChoose={() => undefined}
        onSubmit={(wanted) => void navigate({ to: '/admin/accounts', search: wanted.trim() ? { q: wanted.trim() } : {} })}
      />
      {accounts.isPending && <Loading />}
      {accounts.isError && <ErrorPanel error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data && (rows.length === 0 ? <p>{t('accounts.none')}</p> : <Table rows={rows} />)}
      {accounts.hasNextPage && (
        <p className="more">
          <BusyButton className="button" busy={accounts.isFetchingNextPage} onPress={() => void accounts.fetchNextPage()}>{t('accounts.more')}</BusyButton>
        </p>
      )}
    </>
  );
}

function Table({ rows }: { rows: Account[] }) {
  const { t } = useTranslation();
  return (
    <WideTable label={t('accounts.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('account.name')}</th>
            <th scope="col">{t('accounts.state')}</th>
            <th scope="col">{t('account.roles')}</th>
            <th scope="col">{t('account.factor.title')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/admin/accounts/$id" params={{ id: row.id }} className="strong">{row.name}</Link>
                <br /><span className="small muted">{row.login}</span>
              </th>
              <td><span className={`account-state ${row.state}`}>{t(`accounts.states.${row.state}`)}</span></td>
              <td>
                <RoleList grants={row.grants} none={t('account.no_roles')} />
                {row.elsewhere && <p className="small muted">{t('accounts.elsewhere')}</p>}
              </td>
              <td className="nowrap">{t(row.has_second_factor ? 'accounts.factor_on' : 'accounts.factor_off')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
