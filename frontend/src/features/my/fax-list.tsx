import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ListDetail } from '../../api/my';
import { telHref } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';

/** A list that survives a FAX: black on white, no grey, no picture, numbers large. */
export function FaxList({ list }: { list: ListDetail }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  if (list.entries.length === 0) return <p className="panel">{t('my.empty')} <Link to="/search">{t('not_found.search')}</Link></p>;
  return (
    <>
      {list.note && <p className="fax-note">{list.note}</p>}
      <table className="fax-list">
        <thead>
          <tr>
            <th scope="col">{t('my.number')}</th>
            <th scope="col">{t('office.page')}</th>
            <th scope="col">{t('my.phone_fax')}</th>
            <th scope="col">{t('my.note')}</th>
          </tr>
        </thead>
        <tbody>
          {list.entries.map(({ office, note }, index) => (
            <tr key={office.id}>
              <td className="right">{index + 1}</td>
              <th scope="row">
                <Link to="/offices/$id" params={{ id: office.id }}>{office.name}</Link>
                {office.gone_in && <span className="fax-gone">{t('my.gone')}</span>}
                <span className="fax-services">{office.services.map((code) => serviceName(taxonomy, code, i18n.language)).join(t('list.separator'))}</span>
                <span className="fax-address">{office.address} {office.building}</span>
              </th>
              <td className="fax-numbers">
                {office.phone && <span><abbr title={t('field.phone')}>TEL</abbr> <a href={telHref(office.phone)}>{office.phone}</a></span>}
                {office.fax && <span><abbr title={t('field.fax')}>FAX</abbr> {office.fax}</span>}
                {!office.phone && !office.fax && t('office.unknown')}
              </td>
              <td className="fax-memo">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
