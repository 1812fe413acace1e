import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entryQuery, termsQuery, type Contact, type Entry, type Term } from '../../api/entry';
import type { OfficeDetail } from '../../api/types';
import { date, telHref } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { AvailabilityMark, Fresh } from '../../ui/fresh';
import { Icon } from '../../ui/icons';
import { Terms } from '../../ui/terms';

const DAYS = ['weekday', 'saturday', 'sunday', 'holiday'] as const;

/** What the office says of itself; official sources state none of it. */
export function EntrySection({ office, entry }: { office: OfficeDetail; entry: Entry }) {
  const { t } = useTranslation();
  const said = entry.contacts.length + entry.strengths.length + entry.availability.length + entry.service_area_names.length > 0 || entry.hours || entry.remarks || entry.remarks_inside || entry.photo;
  return (
    <section className="panel own-entry" aria-labelledby="own-entry">
      <h2 id="own-entry">{t('entry.title')}</h2>
      {!said && <p className="muted">{t('entry.nothing')}</p>}
      <div className="own-groups">
        <AvailabilityPart entry={entry} />
        <Strengths entry={entry} />
        <Contacts entry={entry} office={office.name} />
        <HoursPart entry={entry} />
        <ServiceAreas entry={entry} />
        <Remarks entry={entry} />
        {entry.photo && (
          <figure className="own-photo">
            <img src={entry.photo.url} width={entry.photo.width} height={entry.photo.height} loading="lazy" alt={t('entry.photo_of', { name: office.name })} />
          </figure>
        )}
      </div>
    </section>
  );
}

export const freshnessOf = (entry: Entry, group: string) => entry.freshness.find((one) => one.group === group);

function AvailabilityPart({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  if (entry.availability.length === 0) return null;
  return (
    <div>
      <h3>{t('entry.group.availability')}</h3>
      <ul className="plain own-availability">
        {entry.availability.map((one) => (
          <li key={one.service}>
            <AvailabilityMark status={one.status} on={one.on} service={serviceName(taxonomy, one.service, i18n.language)} />
            {one.note && <span className="small"> {one.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Name of a term in the language; the code where nobody knows it any more. */
export function termName(terms: readonly Term[] | undefined, code: string, language: string): string {
  const term = terms?.find((one) => one.code === code);
  if (!term) return code;
  return language === 'en' ? term.en : term.ja;
}

function Strengths({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const terms = useQuery(termsQuery);
  if (entry.strengths.length === 0) return null;
  return (
    <div>
      <h3>{t('entry.group.strengths')}</h3>
      <Fresh freshness={freshnessOf(entry, 'strengths')} />
      <ul className="terms">
        {entry.strengths.map((one) => (
          <li key={one.term} className="term">
            {termName(terms.data?.strengths, one.term, i18n.language)}
            {one.note && <span className="muted"> {one.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Contacts({ entry, office }: { entry: Entry; office: string }) {
  const { t } = useTranslation();
  if (entry.contacts.length === 0) return null;
  return (
    <div>
      <h3>{t('entry.group.contacts')}</h3>
      <Fresh freshness={freshnessOf(entry, 'contacts')} />
      <ul className="plain own-contacts">
        {entry.contacts.map((contact, at) => <li key={at}><ContactLines contact={contact} office={office} /></li>)}
      </ul>
      {!entry.may.read_contacts && <p className="small muted">{t('entry.for_professionals')}</p>}
    </div>
  );
}

function ContactLines({ contact, office }: { contact: Contact; office: string }) {
  const { t, i18n } = useTranslation();
  const terms = useQuery(termsQuery);
  return (
    <>
      <p>
        <strong>{contact.role}</strong>
        {contact.name && <> {contact.name}</>}
      </p>
      {contact.qualifications.length > 0 && (
        <p className="small">{contact.qualifications.map((code) => termName(terms.data?.qualifications, code, i18n.language)).join(t('list.separator'))}</p>
      )}
      {contact.reach && <p className="small">{contact.reach}</p>}
      {contact.times && <p className="small">{t('entry.times', { times: contact.times })}</p>}
      {contact.phone && (
        <a className="call" href={telHref(contact.phone)} aria-label={t('office.call', { name: `${office} ${contact.role}`, phone: contact.phone })}>
          <Icon name="phone" /> {contact.phone} <span className="small muted">{t('entry.direct')}</span>
        </a>
      )}
    </>
  );
}

function HoursPart({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const hours = entry.hours;
  if (!hours) return null;
  const open = DAYS.filter((name) => hours[name] !== null && hours[name] !== undefined);
  return (
    <div>
      <h3>{t('entry.group.hours')}</h3>
      <Fresh freshness={freshnessOf(entry, 'hours')} />
      <ul className="plain small">
        {open.map((name) => <li key={name}>{t(`day.name.${name}`)} {hours[name] || t('office.day_open')}</li>)}
        {hours.closed && <li>{t('office.closed', { days: hours.closed })}</li>}
        {hours.remarks && <li>{hours.remarks}</li>}
      </ul>
    </div>
  );
}

function ServiceAreas({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  if (entry.service_area_names.length === 0) return null;
  return (
    <div>
      <h3>{t('entry.group.service_areas')}</h3>
      <Fresh freshness={freshnessOf(entry, 'service_areas')} />
      <p className="small">{entry.service_area_names.map((area) => area.name).join(t('list.separator'))}</p>
    </div>
  );
}

function Remarks({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  if (!entry.remarks && !entry.remarks_inside) return null;
  return (
    <div>
      <h3>{t('entry.group.remarks')}</h3>
      <Fresh freshness={freshnessOf(entry, 'remarks')} />
      {entry.remarks && <p className="own-remarks"><Terms>{entry.remarks}</Terms></p>}
      {entry.remarks_inside && <p className="own-remarks"><span className="small muted">{t('entry.inside')}</span> <Terms>{entry.remarks_inside}</Terms></p>}
    </div>
  );
}

/** One line under the name: when the entry as a whole was last checked, and a closure let pass. */
export function Checked({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const entry = useQuery(entryQuery(id)).data;
  if (!entry) return null;
  return (
    <>
      <Fresh freshness={freshnessOf(entry, 'basics')} />
      {entry.closed_on && <p className="panel warning" role="note">{t('entry.closed_on', { date: date(entry.closed_on, i18n.language) })}</p>}
    </>
  );
}
