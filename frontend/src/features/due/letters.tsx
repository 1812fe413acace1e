import { useTranslation } from 'react-i18next';
import type { Letter } from '../../api/entry';
import { date, postalCode } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';

/** One A4 sheet an office, the address where the window of the envelope is. On paper only. */
export function Letters({ letters }: { letters: Letter[] }) {
  return <div className="letters">{letters.map((letter) => <Sheet key={letter.office} letter={letter} />)}</div>;
}

function Sheet({ letter }: { letter: Letter }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const services = letter.services.map((code) => serviceName(taxonomy, code, i18n.language)).join(t('list.separator'));
  const facts = [
    [t('field.name'), letter.name], [t('field.service'), services], [t('field.address'), `${letter.address} ${letter.building ?? ''}`],
    [t('field.phone'), letter.phone], [t('field.fax'), letter.fax],
  ] as const;
  return (
    <article className="letter">
      <address className="letter-address">
        {letter.postal_code && <>{postalCode(letter.postal_code)}<br /></>}
        {letter.address}<br />
        {letter.building && <>{letter.building}<br /></>}
        <strong>{t('letter.to', { name: letter.name })}</strong>
      </address>
      <div className="letter-body">
        <h2>{t('letter.title')}</h2>
        <p>{t('letter.text')}</p>
        <dl className="letter-facts">
          {facts.map(([label, value]) => <Fact key={label} label={label} value={value || t('office.unknown')} />)}
        </dl>
        <div className="letter-code">
          <img src={`data:image/svg+xml,${encodeURIComponent(letter.qr ?? '')}`} alt={t('letter.code')} />
          <div>
            <p>{t('letter.how')}</p>
            <p>{t('letter.until', { date: date(letter.until, i18n.language) })}</p>
            <p className="letter-url">{letter.url}</p>
          </div>
        </div>
      </div>
    </article>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return <><dt>{label}</dt><dd>{value}</dd></>;
}
