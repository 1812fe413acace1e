import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../api/types';
import { telHref, webHref } from '../../lib/format';
import { Icon } from '../../ui/icons';
import { Hours } from './hours';

/** How to reach it: telephone and FAX first, as the field works. */
export function Reach({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const web = webHref(office.url);
  return (
    <section className="panel reach" aria-labelledby="reach">
      <h2 id="reach">{t('office.reach')}</h2>
      <dl className="facts">
        <dt>{t('field.phone')}</dt>
        <dd>
          {office.phone ? (
            <a className="call big" href={telHref(office.phone)} aria-label={t('office.call', { name: office.name, phone: office.phone })}>
              <Icon name="phone" /> {office.phone}
            </a>
          ) : <span className="muted">{t('office.unknown')}</span>}
        </dd>
        <dt>{t('field.fax')}</dt>
        <dd className="number">{office.fax ?? <span className="muted">{t('office.unknown')}</span>}</dd>
        {office.email && (
          <>
            <dt>{t('field.email')}</dt>
            <dd><a href={`mailto:${encodeURIComponent(office.email).replace('%40', '@')}`}>{office.email}</a></dd>
          </>
        )}
        {office.url && (
          <>
            <dt>{t('field.url')}</dt>
            <dd className="long">{web ? <a href={web} rel="noopener noreferrer external" target="_blank">{office.url}<span className="visually-hidden">{t('office.new_window')}</span></a> : office.url}</dd>
          </>
        )}
        <dt>{t('field.number')}</dt>
        <dd className="number">{office.numbers.length > 0 ? office.numbers.join(t('list.separator')) : <span className="muted">{t('office.unknown')}</span>}</dd>
      </dl>
      <Hours office={office} />
    </section>
  );
}
