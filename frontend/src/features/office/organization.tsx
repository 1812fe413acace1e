import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../api/types';
import { telHref, webHref } from '../../lib/format';
import { OfficeCard } from '../../ui/office-card';

export function Organization({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const organization = office.organization_detail;
  if (!organization) return null;
  const web = webHref(organization.url);
  return (
    <section aria-labelledby="organization">
      <h2 id="organization">{t('office.organization')}</h2>
      <p>
        <Link className="strong" to="/organizations/$id" params={{ id: organization.id }}>{organization.name}</Link>
        {organization.number && <span className="muted"> {t('organization.number', { number: organization.number })}</span>}
      </p>
      {(organization.phone || web) && (
        <p className="small row">
          {organization.phone && <a href={telHref(organization.phone)}>{organization.phone}</a>}
          {web && <a href={web} rel="noopener noreferrer external" target="_blank">{t('organization.web')}<span className="visually-hidden">{t('office.new_window')}</span></a>}
        </p>
      )}
      {office.siblings.length > 0 && (
        <>
          <h3>{t('office.siblings')}</h3>
          <ul className="card-grid">
            {office.siblings.map((sibling) => (
              <li key={sibling.id}><OfficeCard office={sibling} heading="h4" compact /></li>
            ))}
          </ul>
          {organization.offices > office.siblings.length + 1 && (
            <p>
              <Link to="/organizations/$id" params={{ id: organization.id }}>
                {t('office.all_offices', { count: organization.offices })}
              </Link>
            </p>
          )}
        </>
      )}
    </section>
  );
}
