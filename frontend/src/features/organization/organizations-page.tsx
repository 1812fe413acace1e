import './organization.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationsQuery } from '../../api/queries';
import { count } from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { SearchBox } from '../../ui/search-box';
import { ErrorPanel, Loading } from '../../ui/states';
import { SystemBadges } from '../../ui/system-mark';

/** 法人 by name. */
export function OrganizationsPage() {
  const { t, i18n } = useTranslation();
  const { q = '' } = useSearch({ from: '/organizations' });
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  const query = useInfiniteQuery(organizationsQuery(q));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  useTitle(t('nav.organizations'), t('shell.name'));
  return (
    <div className="page">
      <h1>{t('nav.organizations')}</h1>
      <p>{t('organization.lead')}</p>
      <SearchBox
        value={text} label={t('organization.search')} placeholder={t('organization.placeholder')} choices={[]}
        onChange={setText} onChoose={() => undefined}
        onSubmit={(wanted) => void navigate({ to: '/organizations', search: wanted.trim() ? { q: wanted.trim() } : {} })}
      />
      {query.isPending && <Loading />}
      {query.isError && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <p className="total" role="status">{t('organization.total', { count: total, total: count(total, i18n.language) })}</p>
          {total === 0 && <p>{t('organization.none')}</p>}
          <ul className="organizations">
            {rows.map((row) => (
              <li key={row.id}>
                <h2><Link to="/organizations/$id" params={{ id: row.id }}>{row.name}</Link></h2>
                <SystemBadges systems={row.systems} />
                <p className="small">
                  {t('organization.offices', { count: row.offices, total: count(row.offices, i18n.language) })}
                  {row.address && <span className="muted"> {row.address}</span>}
                </p>
              </li>
            ))}
          </ul>
          {query.hasNextPage && (
            <p className="more">
              <BusyButton className="button" busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('search.more')}</BusyButton>
            </p>
          )}
        </>
      )}
    </div>
  );
}
