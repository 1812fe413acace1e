import { useTranslation } from 'react-i18next';
import { telHref } from '../lib/format';
import { Icon } from './icons';

/** Telephone to call by one tap and FAX to read: the two ways the field uses most. */
export function ContactLine({ phone, fax, name }: { phone?: string | null; fax?: string | null; name: string }) {
  const { t } = useTranslation();
  if (!phone && !fax) return <p className="contact muted">{t('office.no_phone')}</p>;
  return (
    <p className="contact">
      {phone && (
        <a className="call" href={telHref(phone)} aria-label={t('office.call', { name, phone })}>
          <Icon name="phone" size={18} />
          {phone}
        </a>
      )}
      {fax && (
        <span className="fax">
          <span className="fax-label">FAX</span> {fax}
        </span>
      )}
    </p>
  );
}
