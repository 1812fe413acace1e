import { useTranslation } from 'react-i18next';
import type { OfficeDetail, ServiceDetail } from '../../api/types';
import { edition } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { SystemMark } from '../../ui/system-mark';
import { Terms } from '../../ui/terms';

const COLUMNS = [
  { key: 'care', mark: 'care', systems: ['care'] },
  { key: 'disability_child', mark: 'disability', systems: ['disability', 'child'] },
] as const;

/** What it does: 介護保険 and 障害福祉・児童 side by side, so that both professions see both; others below. */
export function Services({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const of = (systems: readonly string[]) => office.services_detail.filter((service) => systems.includes(service.system));
  const others = office.services_detail.filter((service) => !['care', 'disability', 'child'].includes(service.system));
  const sided = COLUMNS.some((column) => of(column.systems).length > 0);
  return (
    <section aria-labelledby="services">
      <h2 id="services">{t('office.services')}</h2>
      {sided && (
        <div className="sides">
          {COLUMNS.map((column) => (
            <div key={column.key} className={`side side-${column.mark}`}>
              <h3><SystemMark group={column.mark} /> {t(`office.side.${column.key}`)}</h3>
              <ServiceList services={of(column.systems)} />
            </div>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <div className="side side-other">
          <h3>{t(sided ? 'office.side.other' : 'office.side.only_other')}</h3>
          <ServiceList services={others} />
        </div>
      )}
    </section>
  );
}

function ServiceList({ services }: { services: ServiceDetail[] }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  if (services.length === 0) return <p className="muted">{t('office.side.none')}</p>;
  return (
    <ul className="service-list">
      {services.map((service) => (
        <li key={service.id} className={service.gone_in ? 'is-gone' : undefined}>
          <p className="service-name">
            <Terms>{serviceName(taxonomy, service.code, i18n.language, 'full')}</Terms>
            {service.kyosei && <span className="badge badge-kyosei">{t('office.kyosei')}</span>}
            {service.gone_in && <span className="gone">{t('office.gone', { edition: edition(service.gone_in, i18n.language) })}</span>}
          </p>
          <p className="small">{facts(service).join(t('list.separator'))}</p>
          {service.remarks && <p className="small"><Terms>{service.remarks}</Terms></p>}
          <Extra extra={service.extra} />
        </li>
      ))}
    </ul>
  );

  function facts(service: ServiceDetail): string[] {
    return [
      service.capacity != null && service.capacity > 0 && t('office.capacity', { number: service.capacity }),
      service.number && t('office.office_number', { number: service.number }),
      service.edition && t('office.edition', { edition: edition(service.edition, i18n.language) }),
    ].filter((fact): fact is string => Boolean(fact));
  }
}

function Extra({ extra }: { extra: ServiceDetail['extra'] }) {
  const { t } = useTranslation();
  const entries = Object.entries(extra ?? {}).filter(([, value]) => value);
  if (entries.length === 0) return null;
  return (
    <details className="small">
      <summary>{t('office.extra')}</summary>
      <dl className="facts">
        {entries.map(([name, value]) => (
          <div key={name} className="fact"><dt>{name}</dt><dd>{value}</dd></div>
        ))}
      </dl>
    </details>
  );
}
