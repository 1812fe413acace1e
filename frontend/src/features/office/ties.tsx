import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { officeTiesQuery, structuralLinksQuery, type OfficeTie, type OfficeTies, type StructuralLink } from '../../api/ties';
import { edition } from '../../lib/format';
import { problemOf } from '../../lib/problem';
import { isSystem } from '../../lib/systems';
import { ordered } from '../../lib/ties';
import { useStarWords } from '../../ui/star-details';
import { ErrorPanel, Loading } from '../../ui/states';
import { SystemMark } from '../../ui/system-mark';
import { Terms } from '../../ui/terms';
import { Introducers } from './introducers';
import { Introductions } from './introductions';
import { Statements } from './statements';

/** つながり: with whom the office works, for professionals of its area; what the directory alone says is apart from it. */
export function Ties({ id, name, municipality }: { id: string; name: string; municipality: string | undefined }) {
  const { t } = useTranslation();
  const signed = useQuery(sessionQuery).data?.signed;
  const may = signed != null && !signed.waiting;
  const ties = useQuery({ ...officeTiesQuery(id), enabled: may });
  const refused = ties.isError && [401, 403].includes(problemOf(ties.error).status ?? 0);
  return (
    <section className="tie-section" aria-labelledby="ties">
      <h2 id="ties">{t('tie.title')}</h2>
      {!may && (
        <p className="small muted">
          {t('tie.for_professionals')} {!signed && <Link to="/sign-in" search={{ next: `/offices/${id}` } as never}>{t('who.sign_in')}</Link>}
        </p>
      )}
      {may && ties.isPending && <Loading />}
      {refused && <p className="small muted"><Terms>{t('tie.for_professionals')}</Terms></p>}
      {ties.isError && !refused && <ErrorPanel error={ties.error} onRetry={() => void ties.refetch()} />}
      {ties.data && <Known ties={ties.data} />}
      {ties.data && ties.data.ties.length > 0 && municipality && (
        <p><Link to="/network" search={{ area: municipality, view: 'graph', ego: id } as never}>{t('tie.on_graph')}</Link></p>
      )}
      {ties.data && <Introducers id={id} ties={ties.data.ties} />}
      {ties.data && <Introductions id={id} />}
      {ties.data && <Statements id={id} name={name} ties={ties.data} />}
      <Links id={id} />
    </section>
  );
}

/** Shown at first; an office everybody knows has dozens. */
const FIRST = 12;

function Known({ ties }: { ties: OfficeTies }) {
  const { t } = useTranslation();
  const [most, setMost] = useState(FIRST);
  const all = ordered(ties.ties);
  return (
    <>
      {ties.ties.length === 0 && <p className="muted">{t('tie.none')}</p>}
      {ties.ties.length > 0 && <ul className="tie-list">{all.slice(0, most).map((tie) => <Tie key={tie.office} tie={tie} />)}</ul>}
      {all.length > most && <p><Button className="button small" onPress={() => setMost(all.length)}>{t('tie.show_all', { count: all.length })}</Button></p>}
      {ties.hidden !== 0 && <p className="small muted">{ties.hidden == null ? t('tie.hidden_few') : t('tie.hidden', { count: ties.hidden })}</p>}
      <p className="small muted"><Terms>{t('tie.source')}</Terms></p>
    </>
  );
}

function Tie({ tie }: { tie: OfficeTie }) {
  const { t, i18n } = useTranslation();
  const words = useStarWords()(tie.star);
  const from = tie.every_wave ? 'tie.every_wave' : tie.every_wave === false ? 'tie.since_wave_gaps' : 'tie.since_wave';
  const since = tie.since ? t(from, { date: edition(tie.since.slice(0, 7), i18n.language) }) : '';
  const side = tie.evidence === 'one_sided' ? (tie.you ? 'you' : 'they') : tie.evidence;
  return (
    <li>
      <p>
        <SystemMark group={isSystem(tie.system) ? tie.system : 'community'} size={18} />{' '}
        <Link className="strong" to="/offices/$id" params={{ id: tie.office }}>{tie.name}</Link>
        {tie.municipality && <span className="tie-town small muted"> {tie.municipality}</span>}
      </p>
      <p className="small">
        <svg width="36" height="12" viewBox="0 0 36 12" aria-hidden="true"><line className={`tie-line ${tie.evidence}`} x1="2" y1="6" x2="34" y2="6" /></svg>{' '}
        {t(`tie.here.${side}`)} <span className="muted">{[since, words].filter(Boolean).join(' / ')}</span>
      </p>
      {tie.forums.length > 0 && <p className="small muted">{t('tie.forums', { names: tie.forums.map(({ name }) => name).join(t('list.separator')) })}</p>}
    </li>
  );
}

const KINDS = ['organization', 'place', 'number'] as const;

/** What joins offices without anybody having worked together. */
function Links({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const links = useQuery({ ...structuralLinksQuery(id), enabled: open });
  const items = links.data?.items ?? [];
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('tie.links')}</summary>
      <p className="small muted"><Terms>{t('tie.links_note')}</Terms></p>
      {open && links.isPending && <Loading />}
      {links.isError && <ErrorPanel error={links.error} />}
      {links.data && items.length === 0 && <p className="small">{t('tie.links_none')}</p>}
      {KINDS.map((kind) => <LinkList key={kind} kind={kind} links={items.filter((link) => link.kind === kind)} />)}
    </details>
  );
}

function LinkList({ kind, links }: { kind: (typeof KINDS)[number]; links: StructuralLink[] }) {
  const { t } = useTranslation();
  if (links.length === 0) return null;
  return (
    <>
      <h3>{t(`tie.link.${kind}`)}</h3>
      <ul className="tie-links small">
        {links.map((link) => <li key={link.office}><Link to="/offices/$id" params={{ id: link.office }}>{link.name}</Link></li>)}
      </ul>
    </>
  );
}
