import './gaps.css';
import './council.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { gapNotesQuery, gapReportQuery, type GapCell, type GapNote, type GapReport } from '../../api/gaps';
import { useAreas } from '../../api/use-areas';
import { date, dateTime } from '../../lib/format';
import { useAddressState, type Update } from '../../lib/use-address-state';
import { useTitle } from '../../lib/use-title';
import { AreaChoice } from '../../ui/area-choice';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { Similar, Trend } from './council-beside';
import { CouncilCell } from './council-cell';
import { CouncilLegend, CouncilMatrix, useColumnName } from './council-matrix';
import { councilParams, gridOf, parseCouncil, type CouncilState } from './council-view';
import { GapsTabs } from './gaps-tabs';
import { waysInWords } from './ways';

/** 協議会の表: what is missing where, on one page, with what the council said of it. */
export function CouncilPage() {
  const { t } = useTranslation();
  const { state, update } = useAddressState('/gaps/council', parseCouncil, councilParams);
  const session = useQuery(sessionQuery);
  const areas = useAreas();
  const may = session.data?.may.includes('read_gaps') ?? false;
  const area = state.area || (areas.own[0]?.code ?? '');
  const report = useQuery({ ...gapReportQuery(area), enabled: may && area !== '' });
  useTitle(t('council.title'), t('shell.name'));
  if (!areas.ready) return <Loading />;
  return (
    <div className="page gaps council">
      <h1>{t('council.title')}</h1>
      <GapsTabs area={area} />
      <p className="gaps-lead"><Terms>{t('council.lead')}</Terms></p>
      {!may ? <Closed signed={Boolean(session.data?.signed)} /> : (
        <>
          <div className="council-area">
            <AreaChoice label={t('council.area')} value={area} areas={areas} onChange={(code) => update({ area: code, row: '', column: '' })} />
          </div>
          {report.isLoading && <Loading label={t('gaps.computing')} />}
          {report.isError && <ErrorPanel error={report.error} onRetry={() => void report.refetch()} />}
          {report.data && <Answer key={area} report={report.data} state={state} update={update} />}
        </>
      )}
    </div>
  );
}

/** What a visitor is told instead. */
function Closed({ signed }: { signed: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="panel notice">
      <p><Terms>{t('council.closed')}</Terms></p>
      <p className="row">
        {!signed && <Link className="button primary" to="/sign-in" search={{ next: '/gaps/council' }}>{t('who.sign_in')}</Link>}
        <Link className="button" to="/gaps">{t('council.to_public')}</Link>
      </p>
    </div>
  );
}

interface Props {
  report: GapReport;
  state: CouncilState;
  update: Update<CouncilState>;
}

const saved = (kind: 'pdf' | 'xlsx', of: Record<string, string>) => `/api/v1/gaps/council.${kind}?${new URLSearchParams(of).toString()}`;

function Answer({ report, state, update }: Props) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const [focus, setFocus] = useState(false);
  const notes = useQuery(gapNotesQuery(report.area.code));
  const grid = gridOf(report, state);
  const row = report.rows.find(({ code }) => code === state.row);
  const column = report.columns.find(({ code }) => code === state.column);
  const cell = report.cells.find((one) => one.area === state.row && one.column === state.column);
  const items = notes.data?.items ?? [];
  const open = ({ area, column: code }: { area: string; column: string }) => {
    setFocus(true);
    update({ row: area, column: code }, { replace: true });
  };
  const close = () => {
    update({ row: '', column: '' }, { replace: true });
    document.querySelector<HTMLElement>('.council-matrix [aria-selected="true"] button')?.focus();
  };
  return (
    <>
      <div className="council-filters" role="group" aria-label={t('council.shown')}>
        <label><input type="checkbox" checked={state.holes} onChange={() => update({ holes: !state.holes }, { replace: true })} /> {t('council.only_holes')}</label>
        <label><input type="checkbox" checked={state.all} onChange={() => update({ all: !state.all }, { replace: true })} /> {t('council.all_services')}</label>
      </div>
      <CouncilLegend />
      <p className="row small">
        <a className="button" href={saved('pdf', { area: report.area.code, size: 'a4' })} download>{t('council.report')}</a>
        <a className="button" href={saved('pdf', { area: report.area.code, size: 'a3' })} download>{t('council.poster')}</a>
        <a href={saved('xlsx', { area: report.area.code })} download>{t('council.workbook')}</a>
      </p>
      <div className={row && column && cell ? 'council-main open' : 'council-main'}>
        {grid.columns.length === 0 ? <p className="panel notice">{t('council.no_holes')}</p> : (
          <CouncilMatrix grid={grid} chosen={state} onOpen={open} />
        )}
        {row && column && cell && (
          <CouncilCell
            row={row} column={column} cell={cell} mayWrite={report.may_write} focus={focus} onClose={close}
            notes={items.filter((note) => note.area === cell.area && note.column === cell.column)}
          />
        )}
      </div>
      <OpenNotes notes={items} report={report} onOpen={open} />
      <Similar report={report} />
      <Trend report={report} />
      <section className="small muted council-basis">
        <h2>{t('council.basis')}</h2>
        <p>{t('council.computed', { at: dateTime(report.computed_at, lang), ties: date(report.ties_as_of, lang) })} {waysInWords(t, lang, report.ways).join(lang === 'en' ? ' ' : '')}</p>
        <p>{report.surveys.length === 0 ? t('council.no_survey') : report.surveys.map((one) => t('council.survey', { title: one.title, wave: one.wave, day: date(one.opens_on, lang) })).join(t('list.separator'))}</p>
        <details>
          <summary>{t('council.sources', { count: report.sources.length })}</summary>
          <ul className="plain">{report.sources.map((one) => <li key={`${one.label} ${one.edition}`}>{one.label} {one.edition}</li>)}</ul>
        </details>
      </section>
    </>
  );
}

interface OpenProps {
  notes: GapNote[];
  report: GapReport;
  onOpen: (cell: Pick<GapCell, 'area' | 'column'>) => void;
}

/** What the council left open, to begin the next meeting with. */
function OpenNotes({ notes, report, onOpen }: OpenProps) {
  const { t, i18n } = useTranslation();
  const name = useColumnName();
  const open = notes.filter((note) => note.state === 'open');
  const title = (code: string) => {
    const column = report.columns.find((one) => one.code === code);
    return column ? name(column) : code;
  };
  return (
    <section aria-labelledby="council-open">
      <h2 id="council-open">{t('council.notes.all', { count: open.length })}</h2>
      {open.length === 0 && <p className="small muted">{t('council.notes.none_open')}</p>}
      <ul className="plain council-open">
        {open.map((note) => (
          <li key={note.id}>
            <span className="pill">{t(`council.notes.kind.${note.kind}`)}</span>{' '}
            <button type="button" className="link" onClick={() => onOpen(note)}>{note.area_name} / {title(note.column)}</button>{' '}
            {note.until && <span className={note.overdue ? 'council-late strong small' : 'small muted'}>{t('council.notes.until_day', { day: date(note.until, i18n.language) })}{note.overdue && ` ${t('council.notes.late')}`}</span>}
            <p className="council-text"><Terms>{note.text}</Terms></p>
          </li>
        ))}
      </ul>
    </section>
  );
}
