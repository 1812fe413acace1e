import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetQuery, type SheetRow } from '../../api/sheet';
import { laidOver } from '../../lib/pending';
import { lookedUp } from '../../lib/sheet';
import type { Star } from '../../lib/star';
import { SYSTEMS, isSystem, type SystemCode } from '../../lib/systems';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { SystemMark } from '../../ui/system-mark';
import { Bar, Trouble } from './bar';
import { Find } from './find';
import { Row } from './row';
import type { PartProps } from './sheet-page';
import { Contact, Heading, Withdraw } from './start';
import { UnlistedPart } from './unlisted';

/** The roster with its ☆: every tick is saved by itself. */
export function Rows(props: PartProps) {
  const { code, sheet, answers } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const { outbox, outgoing } = answers;
  const { pending } = outgoing;
  const rows = useMemo(() => laidOver(sheet.rows, pending), [sheet.rows, pending]);
  const [wanted, setWanted] = useState('');
  const shown = useShown(rows, wanted);
  const asked = useMemo(
    () => ({ kinds: sheet.ask_kinds, closeness: sheet.ask_closeness, frequency: sheet.ask_frequency }),
    [sheet.ask_kinds, sheet.ask_closeness, sheet.ask_frequency],
  );
  const onStar = useCallback((office: string, star: Star | null) => outbox.change({ rows: { [office]: star } }), [outbox]);
  const unlisted = pending.unlisted ?? sheet.unlisted;
  const stars = rows.filter((row) => row.star).length + unlisted.length;

  function add(row: SheetRow, star: Star | null) {
    client.setQueryData(sheetQuery(code).queryKey, (known) =>
      known && (known.rows.some((other) => other.office === row.office) ? known : { ...known, rows: [...known.rows, { ...row, star: null }] }));
    onStar(row.office, star);
  }

  return (
    <div className="page narrow star-rows">
      <Heading sheet={sheet} compact />
      <p className="strong">{t('sheet.question')}</p>
      <p className="small muted">{t('sheet.how')}</p>
      <Trouble {...props} rows={rows} />
      <div className="star-filter">
        <input
          type="search" value={wanted} aria-label={t('sheet.filter')} placeholder={t('sheet.filter')} autoComplete="off" spellCheck={false}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <p className="visually-hidden" role="status">{wanted === '' ? '' : t('sheet.filtered', { count: shown.length })}</p>
      {shown.length === 0 && <p className="panel">{t('sheet.filter_nothing', { words: wanted })}</p>}
      {groups(shown).map(([system, members]) => (
        <section key={system} aria-labelledby={`system-${system}`}>
          <h2 id={`system-${system}`} className="star-system">
            <SystemMark group={system} size={24} /> {t(`system.name.${system}`)}
            <span className="star-count">{t('sheet.of', { stars: members.filter((row) => row.star).length, count: members.length })}</span>
          </h2>
          {/* The arrows are a short cut beside Tab; the buttons inside carry the meaning. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <ul className="star-list" onKeyDown={walk}>
            {members.map((row) => <Row key={row.office} row={row} asked={asked} refused={outgoing.refused.has(row.office)} onStar={onStar} />)}
          </ul>
        </section>
      ))}
      <Find code={code} rows={rows} onAdd={add} />
      <UnlistedPart
        agencies={unlisted} asked={asked} problem={outgoing.refused.has('unlisted') ? outgoing.refusal : null}
        onChange={(agencies) => outbox.change({ rows: {}, unlisted: agencies })}
      />
      <section className="star-end">
        <Contact sheet={sheet} />
        <Withdraw {...props} />
      </section>
      <Bar {...props} stars={stars} />
    </div>
  );
}

/** Rows that hold the words in name, reading or a service. */
function useShown(rows: SheetRow[], wanted: string): SheetRow[] {
  const taxonomy = useTaxonomy();
  const { i18n } = useTranslation();
  const index = useMemo(
    () => new Map(rows.map((row) => {
      const services = row.services.flatMap((code) => [serviceName(taxonomy, code, i18n.language), serviceName(taxonomy, code, i18n.language, 'full')]);
      return [row.office, lookedUp([row.name, row.kana ?? '', row.municipality ?? '', ...services].join(' '))];
    })),
    // A ☆ changes nothing of what a row is found by.
    [rows.length, taxonomy, i18n.language],
  );
  const words = lookedUp(wanted);
  return words === '' ? rows : rows.filter((row) => index.get(row.office)?.includes(words));
}

function groups(rows: readonly SheetRow[]): [SystemCode, SheetRow[]][] {
  const of = (system: SystemCode) => rows.filter((row) => (isSystem(row.system) ? row.system : 'community') === system);
  return SYSTEMS.map((system): [SystemCode, SheetRow[]] => [system, of(system)]).filter(([, members]) => members.length > 0);
}

/** ↑ and ↓ go from row to row. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target as HTMLElement).matches('.star-toggle')) return;
  const all = [...document.querySelectorAll<HTMLElement>('.star-toggle')];
  const to = all[all.indexOf(event.target as HTMLElement) + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
}
