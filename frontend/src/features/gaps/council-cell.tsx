import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GapCell, GapColumn, GapNote, GapRow, TieFigures } from '../../api/gaps';
import { count } from '../../lib/format';
import { Terms } from '../../ui/terms';
import { CouncilNotes } from './council-notes';
import { SIGNS, rangeText } from './council-view';
import { useColumnName } from './council-matrix';
import { figure } from './figures';
import { AGE_KEYS } from './pickers';

interface Props {
  row: GapRow;
  column: GapColumn;
  cell: GapCell;
  notes: GapNote[];
  mayWrite: boolean;
  /** Whether it was opened by hand: then the focus goes there. */
  focus: boolean;
  onClose: () => void;
}

/** A field in words: its figures, what is missing, the offices behind it, what the council said of it. */
export function CouncilCell({ row, column, cell, notes, mayWrite, focus, onClose }: Props) {
  const { t } = useTranslation();
  const name = useColumnName()(column);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) head.current?.focus();
  }, [focus, cell.area, cell.column]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="panel council-panel" aria-labelledby="council-cell" onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <button type="button" className="button small council-close" onClick={onClose}>{t('council.close')}</button>
      <h2 id="council-cell" ref={head} tabIndex={-1}>{row.name} / {name}</h2>
      <p><span className={`council-chip ${cell.state}`}>{SIGNS[cell.state]} {t(`council.short.${cell.state}`)}</span> <Terms>{t(`council.state.${cell.state}`)}</Terms></p>
      {cell.reach ? <ServiceWords cell={cell} reach={cell.reach} column={column} /> : <Counted cell={cell} />}
      {cell.missing.length > 0 && <Missing cell={cell} group={column.group} />}
      <Behind row={row} column={column} />
      <CouncilNotes key={`${cell.area} ${cell.column}`} area={cell.area} column={cell.column} notes={notes} mayWrite={mayWrite} />
    </section>
  );
}

/** ある/届く/つながっている of a service in an area, side by side. */
export function ServiceWords({ cell, reach, column }: { cell: GapCell; reach: NonNullable<GapCell['reach']>; column: GapColumn }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const number = (value: number | null | undefined, unit: string) => (typeof value === 'number' ? figure(value, unit, lang) : null);
  const [rate, nearest, far] = [number(reach.per_1000, 'offices_per_1000'), number(reach.nearest_km, 'km'), number(reach.far_share, 'share')];
  const age = t(`gaps.ages.${AGE_KEYS[column.age ?? 'all'] ?? 'all'}`);
  return (
    <dl className="council-words">
      <dt>{t('council.there')}</dt>
      <dd>
        {t('council.offices', { number: count(cell.count ?? 0, lang) })}
        {rate !== null && <> {t('council.rate', { age, rate, people: count(reach.population ?? 0, lang) })}</>}
      </dd>
      <dt>{t('council.reaches')}</dt>
      <dd>{nearest === null || far === null ? t('gaps.none') : t('council.reach', { nearest, far, km: column.far_km })}</dd>
      <dt>{t('council.tied')}</dt>
      <dd>{cell.ties ? <Ties ties={cell.ties} /> : t('gaps.none')}</dd>
    </dl>
  );
}

/** Ties in words, with the number of offices they are of and both ends of what is known. */
export function Ties({ ties }: { ties: TieFigures }) {
  const { t, i18n } = useTranslation();
  if (ties.asked === 0) return <>{t('council.nobody_asked')}</>;
  const write = (unit: string) => (value: number) => figure(value, unit, i18n.language);
  const least = (value: string) => t('council.at_least', { value });
  const most = (value: string) => t('council.at_most', { value });
  const lines = [
    ['council.without', rangeText(ties.without_across, write('share'), most)],
    ['council.across', rangeText(ties.across_per_office, write('km'), least)],
    ['council.duty', rangeText(ties.duty, write('share'), least)],
    ['council.bridges', rangeText(ties.sole_bridges, write('offices'))],
  ].filter((line): line is [string, string] => line[1] !== null);
  return (
    <>
      <ul className="plain">{lines.map(([key, value]) => <li key={key}><Terms>{t(key, { value, number: ties.duty_offices })}</Terms></li>)}</ul>
      <span className="small muted">
        {typeof ties.answered === 'number' ? t('council.asked', { asked: ties.asked, answered: ties.answered }) : t('council.asked_only', { asked: ties.asked })}
        {ties.withheld && <> {t('council.withheld')}</>}
      </span>
    </>
  );
}

function Counted({ cell }: { cell: GapCell }) {
  const { t } = useTranslation();
  if (typeof cell.count !== 'number' || typeof cell.of !== 'number') return null;
  return <p>{t(`council.counted.${cell.column.split(':')[0]}`, { number: cell.count, of: cell.of })}</p>;
}

function Missing({ cell, group }: { cell: GapCell; group: string }) {
  const { t, i18n } = useTranslation();
  const names = cell.missing.map(({ ja, en }) => (i18n.language === 'en' && en ? en : ja));
  return (
    <>
      <h3>{t(`council.missing.${group}`)}</h3>
      <ul className="council-missing">{names.map((one) => <li key={one}><Terms>{one}</Terms></li>)}</ul>
    </>
  );
}

/** The page on which the offices, desks or seats of the field are. */
function Behind({ row, column }: { row: GapRow; column: GapColumn }) {
  const { t } = useTranslation();
  const code = column.code.slice(column.code.indexOf(':') + 1);
  const area = row.code;
  return (
    <p>
      {column.group === 'service' && <Link className="button small" to="/search" search={{ area, service: code }}>{t('gaps.table.open')}</Link>}
      {column.group === 'nurse' && <Link className="button small" to="/nurses" search={{ area }}>{t('council.open.nurse')}</Link>}
      {column.group === 'forum' && <Link className="button small" to="/forums" search={{ area }}>{t('council.open.forum')}</Link>}
      {column.group === 'template' && <Link className="button small" to="/guide">{t('council.open.template')}</Link>}
      {column.group === 'upkeep' && <Link className="button small" to="/search" search={{ area }}>{t('gaps.table.open')}</Link>}
    </p>
  );
}
