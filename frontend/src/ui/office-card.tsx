import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import * as format from '../lib/format';
import type { OfficeSummary } from '../lib/office';
import { serviceName, useStrengthName, useTaxonomy } from '../lib/taxonomy';
import { ContactLine } from './contact';
import { AvailabilityMark } from './fresh';
import { Highlighted } from './highlighted';
import { SystemBadges } from './system-mark';

interface Props {
  office: OfficeSummary;
  heading?: 'h2' | 'h3' | 'h4';
  /** Button beside the badges that shows it on the map. */
  onMap?: ReactNode;
  /** Further buttons below. */
  actions?: ReactNode;
  compact?: boolean;
}

const SHOWN_SERVICES = 5;
const SHOWN_STRENGTHS = 4;
/** Nearer than this is one building, metres: sources write positions to about a metre. */
const SAME_PLACE_M = 5;

/** One office in a list: what it is, where, how to call it, how fresh the statement is. */
export function OfficeCard({ office, heading: Heading = 'h3', onMap, actions, compact = false }: Props) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const found = (field: string) => office.highlights?.[field];
  return (
    <div className={compact ? 'office compact' : 'office'}>
      <div className="office-top">
        <SystemBadges systems={office.systems} kyosei={office.kyosei} />
        <span className="office-aside">
          {office.distance_m != null && (
            <span className="distance">
              {office.distance_m < SAME_PLACE_M ? t('office.distance_none') : t('office.distance', { distance: format.distance(office.distance_m, lang) })}
            </span>
          )}
          {onMap}
        </span>
      </div>
      <Heading className="office-name">
        <Link to="/offices/$id" params={{ id: office.id }}>
          <Highlighted text={office.name} ranges={found('name')} />
        </Link>
        {office.gone_in && (
          <span className="gone">{t('office.gone', { edition: format.edition(office.gone_in, lang) })}</span>
        )}
      </Heading>
      {!compact && found('kana') !== undefined && office.kana && (
        <p className="office-kana"><Highlighted text={office.kana} ranges={found('kana')} /></p>
      )}
      <ServiceNames codes={office.services} limit={compact ? 3 : SHOWN_SERVICES} />
      <p className="office-address">
        <Highlighted text={office.address} ranges={found('address')} />
        {office.building && ` ${office.building}`}
      </p>
      {!compact && office.organization && (
        <p className="office-organization"><Highlighted text={office.organization.name} ranges={found('organization')} /></p>
      )}
      {!compact && <OwnWords office={office} />}
      <div className="office-foot">
        <ContactLine phone={office.phone} fax={office.fax} name={office.name} />
        {office.edition && !compact && (
          <span className="edition">
            {office.checked_at && `${t('office.checked', { date: format.date(office.checked_at, lang) })} `}
            {t('office.edition', { edition: format.edition(office.edition, lang) })}
          </span>
        )}
        {actions}
      </div>
    </div>
  );
}

/** 特長 and 受入可否 in a list item. */
function OwnWords({ office }: { office: OfficeSummary }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const name = useStrengthName();
  const { strengths = [], availability = [] } = office;
  if (strengths.length + availability.length === 0 && !office.closed_on) return null;
  return (
    <ul className="terms">
      {office.closed_on && <li><span className="gone">{t('office.closing')}</span></li>}
      {availability.slice(0, 2).map((one) => (
        <li key={one.service}><AvailabilityMark status={one.status} on={one.on} service={serviceName(taxonomy, one.service, i18n.language)} /></li>
      ))}
      {strengths.slice(0, SHOWN_STRENGTHS).map((code) => <li key={code} className="term">{name(code)}</li>)}
      {strengths.length > SHOWN_STRENGTHS && <li className="small muted">{t('office.more_services', { count: strengths.length - SHOWN_STRENGTHS })}</li>}
    </ul>
  );
}

export function ServiceNames({ codes, limit = 99 }: { codes: readonly string[]; limit?: number }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const names = codes.map((code) => serviceName(taxonomy, code, i18n.language));
  const rest = names.length - limit;
  if (names.length === 0) return null;
  return (
    <p className="office-services">
      {names.slice(0, limit).join(t('list.separator'))}
      {rest > 0 && <span className="muted"> {t('office.more_services', { count: rest })}</span>}
    </p>
  );
}
