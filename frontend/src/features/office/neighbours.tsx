import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { nearestQuery } from '../../api/queries';
import type { Card, OfficeDetail } from '../../api/types';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { OfficeCard } from '../../ui/office-card';
import { ErrorPanel, Loading } from '../../ui/states';

interface Props {
  id: string;
  title: string;
  note?: string;
  offices: Card[];
}

export function Related({ id, title, note, offices }: Props) {
  if (offices.length === 0) return null;
  return (
    <section aria-labelledby={id} className="related">
      <h2 id={id}>{title}</h2>
      {note && <p className="small muted">{note}</p>}
      <ul className="card-grid">
        {offices.map((office) => <li key={office.id}><OfficeCard office={office} compact /></li>)}
      </ul>
    </section>
  );
}

/** The nearest of the same kind, for each service it has: where to ask when this one is full. */
export function Nearest({ office }: { office: OfficeDetail }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const [chosen, setChosen] = useState(office.services[0] ?? '');
  const service = office.services.includes(chosen) ? chosen : (office.services[0] ?? '');
  const nearest = useQuery({ ...nearestQuery(office.id, service), enabled: service !== '' && office.position != null });
  if (service === '' || !office.position) return null;
  return (
    <section className="nearest no-print" aria-labelledby="nearest">
      <h2 id="nearest">{t('office.nearest')}</h2>
      {office.services.length > 1 && (
        <ToggleButtonGroup
          className="chips" aria-label={t('office.nearest_service')} disallowEmptySelection
          selectedKeys={[service]} onSelectionChange={(keys) => setChosen(String([...keys][0] ?? service))}
        >
          {office.services.map((code) => (
            <ToggleButton key={code} id={code} className="chip">{serviceName(taxonomy, code, i18n.language)}</ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {nearest.isPending && <Loading />}
      {nearest.isError && <ErrorPanel error={nearest.error} />}
      {nearest.data && nearest.data.items.length === 0 && <p className="muted">{t('office.nearest_none')}</p>}
      {nearest.data && nearest.data.items.length > 0 && (
        <ul className="card-grid">
          {nearest.data.items.map((card) => <li key={card.id}><OfficeCard office={card} compact /></li>)}
        </ul>
      )}
      <p>
        <Link
          to="/search"
          search={{ service, near: `${office.position.lat},${office.position.lon}`, radius_m: '5000', sort: 'distance' }}
        >
          {t('office.nearest_more', { service: serviceName(taxonomy, service, i18n.language) })}
        </Link>
      </p>
    </section>
  );
}
