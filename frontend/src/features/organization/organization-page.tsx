import './organization.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { metaQuery, organizationQuery } from '../../api/queries';
import type { OrganizationDetail } from '../../api/types';
import { count, webHref } from '../../lib/format';
import { groupOf } from '../../lib/systems';
import { useTitle } from '../../lib/use-title';
import { ContactLine } from '../../ui/contact';
import { OfficeCard } from '../../ui/office-card';
import { ErrorPanel, Loading } from '../../ui/states';
import { SystemBadges } from '../../ui/system-mark';

const MiniMap = lazy(() => import('../../map/mini-map'));

export function OrganizationPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/organizations/$id' });
  const query = useQuery(organizationQuery(id));
  useTitle(query.data?.name, t('shell.name'));
  if (query.isPending) return <div className="page"><Loading /></div>;
  if (query.isError) {
    return (
      <div className="page narrow">
        <h1>{t('nav.organizations')}</h1>
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()}>
          <p><Link to="/organizations">{t('organization.all')}</Link></p>
        </ErrorPanel>
      </div>
    );
  }
  return <Content organization={query.data} />;
}

function Content({ organization }: { organization: OrganizationDetail }) {
  const { t, i18n } = useTranslation();
  const meta = useQuery(metaQuery);
  const web = webHref(organization.url);
  const spots = useMemo(
    () => organization.office_cards.flatMap(({ position, systems }) => (position ? [{ lat: position.lat, lon: position.lon, group: groupOf(systems) }] : [])),
    [organization.office_cards],
  );
  const number = organization.office_cards.length;
  return (
    <article className="page organization-page">
      <p className="small"><Link to="/organizations">{t('organization.all')}</Link></p>
      {organization.kana && <p className="reading">{organization.kana}</p>}
      <h1>{organization.name}</h1>
      <SystemBadges systems={organization.systems} />
      <div className="organization-top">
        <dl className="facts panel">
          {organization.number && <><dt>{t('field.organization_number')}</dt><dd className="number">{organization.number}</dd></>}
          {organization.address && <><dt>{t('field.address')}</dt><dd>{organization.address}</dd></>}
          <dt>{t('field.phone')}</dt>
          <dd><ContactLine phone={organization.phone} fax={organization.fax} name={organization.name} /></dd>
          {organization.url && <><dt>{t('field.url')}</dt><dd className="long">{web ? <a href={web} rel="noopener noreferrer external" target="_blank">{organization.url}<span className="visually-hidden">{t('office.new_window')}</span></a> : organization.url}</dd></>}
        </dl>
        {meta.data && spots.length > 0 && (
          <Suspense fallback={<Loading label={t('map.loading')} />}>
            <MiniMap base={meta.data.base_map} spots={spots} label={t('office.map_of', { name: organization.name })} />
          </Suspense>
        )}
      </div>
      <h2>{t('organization.offices', { count: number, total: count(number, i18n.language) })}</h2>
      <ul className="card-grid">
        {organization.office_cards.map((office) => <li key={office.id}><OfficeCard office={office} compact /></li>)}
      </ul>
    </article>
  );
}
