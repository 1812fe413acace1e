import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { introductionsQuery, type Introduction, type IntroductionReason } from '../../api/ties';
import { distance } from '../../lib/format';
import { isSystem } from '../../lib/systems';
import { serviceName, useStrengthName, useTaxonomy } from '../../lib/taxonomy';
import { ErrorPanel, Loading } from '../../ui/states';
import { SystemMark } from '../../ui/system-mark';
import { Terms } from '../../ui/terms';

const LISTS = ['near', 'bridges'] as const;

/** Whom the office should get to know: near partners, and bridges to the other system; each with its reasons in words. */
export function Introductions({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const lists = useQuery({ ...introductionsQuery(id), enabled: open });
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('introduce.title')}</summary>
      <p className="small muted"><Terms>{t('introduce.note')}</Terms></p>
      {open && lists.isPending && <Loading />}
      {lists.isError && <ErrorPanel error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.data && !lists.data.known && <p className="small"><Terms>{t('introduce.unknown')}</Terms></p>}
      {lists.data && LISTS.map((list) => <List key={list} list={list} entries={lists.data[list]} />)}
    </details>
  );
}

function List({ list, entries }: { list: (typeof LISTS)[number]; entries: readonly Introduction[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t(`introduce.${list}`)}</h3>
      <p className="small muted"><Terms>{t(`introduce.${list}_note`)}</Terms></p>
      {entries.length === 0 && <p className="small">{t('introduce.none')}</p>}
      <ul className="tie-list">{entries.map((entry) => <Entry key={entry.office.id} entry={entry} />)}</ul>
    </>
  );
}

function Entry({ entry: { office, reasons } }: { entry: Introduction }) {
  const words = useReason();
  // Names of offices are not looked through: a word of the trade inside one is a part of it.
  return (
    <li>
      <p>
        <SystemMark group={isSystem(office.system) ? office.system : 'community'} size={18} />{' '}
        <Link className="strong" to="/offices/$id" params={{ id: office.id }}>{office.name}</Link>
      </p>
      <ul className="tie-reasons small">{reasons.map((reason) => <li key={reason.code}>{reason.code === 'shared_partners' ? words(reason) : <Terms>{words(reason)}</Terms>}</li>)}</ul>
    </li>
  );
}

/** A reason in words. */
function useReason(): (reason: IntroductionReason) => string {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const strength = useStrengthName();
  const join = (words: readonly string[]) => words.join(t('introduce.and'));
  return (reason) => {
    switch (reason.code) {
      case 'shared_partners': return t('introduce.reason.shared_partners', { count: reason.count, names: join(reason.partners.map(({ name }) => name)) });
      case 'distance': return t('introduce.reason.distance', { distance: distance(reason.metres, i18n.language) });
      case 'usual_here': return t('introduce.reason.usual_here', { count: reason.tied, of: reason.of });
      case 'needed_services': return t('introduce.reason.needed_services', { services: join(reason.services.map((code) => serviceName(taxonomy, code, i18n.language))) });
      case 'other_system': return t('introduce.reason.other_system', { systems: join(reason.systems.map((code) => t(`system.short.${code}`))) });
      case 'shared_area': return t('introduce.reason.shared_area', { area: reason.area });
      case 'shared_clients': return t('introduce.reason.shared_clients', { clients: join(reason.clients.map(strength)) });
      case 'far_apart': return t(reason.steps == null ? 'introduce.reason.no_way' : 'introduce.reason.far_apart', { steps: reason.steps ?? 0 });
      case 'opens_way': return t('introduce.reason.opens_way', { count: reason.offices });
      case 'accepting': return t('introduce.reason.accepting');
    }
  };
}
