import './gaps.css';
import './council.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { areaQuery, coverageMeasuresQuery, coverageQuery, metaQuery } from '../../api/queries';
import type { CoverageMeasures, CoverageRow, CoverageTable, Measure, Meta } from '../../api/types';
import { count } from '../../lib/format';
import { boundsOf, widen } from '../../lib/geo';
import type { Bounds } from '../../lib/office';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { ServiceWords } from './council-cell';
import { figure } from './figures';
import { GapsLegend } from './gaps-legend';
import { GapsTabs } from './gaps-tabs';
import { question, useGapsState, type GapsState, type Update } from './gaps-state';
import { Method } from './method';
import { Multiples } from './multiples';
import { AGE_KEYS, Pickers } from './pickers';
import { Ranking } from './ranking';
import { useReportBeside, useTiesBeside } from './ties-beside';

const Choropleth = lazy(() => import('../../map/choropleth'));

/** 地域のすきま: what is there and what reaches people, area by area. */
export function GapsPage() {
  const { t } = useTranslation();
  const { state, update } = useGapsState();
  const measures = useQuery(coverageMeasuresQuery);
  const sideBySide = state.view === 'types';
  useTitle(t('nav.gaps'), t('shell.name'));
  return (
    <div className="page gaps">
      <h1>{t('nav.gaps')}</h1>
      <GapsTabs area={state.area} />
      <p className="gaps-lead"><Terms>{t('gaps.lead')}</Terms></p>
      <ViewChoice state={state} update={update} />
      {sideBySide && measures.data && <Multiples state={state} update={update} measures={measures.data} />}
      {sideBySide && measures.isError && <ErrorPanel error={measures.error} onRetry={() => void measures.refetch()} />}
      {!sideBySide && <OneService state={state} update={update} />}
    </div>
  );
}

/** One service in detail, or all of them side by side. */
function ViewChoice({ state, update }: { state: GapsState; update: Update }) {
  const { t } = useTranslation();
  return (
    <div className="gaps-views" role="group" aria-label={t('gaps.views.label')}>
      {(['', 'types'] as const).map((view) => (
        <Button key={view} className="gaps-view-button" aria-pressed={state.view === view} onPress={() => update(viewed(state, view))}>
          {t(view === '' ? 'gaps.views.one' : 'gaps.views.types')}
        </Button>
      ))}
    </div>
  );
}

/** Everywhere is looked at side by side by prefecture, however it was divided before. */
const viewed = ({ area, kind }: GapsState, view: GapsState['view']): Partial<GapsState> =>
  (view === 'types' && !area && kind ? { view, kind: '', chosen: '' } : { view });

function OneService({ state, update }: { state: GapsState; update: Update }) {
  const { t } = useTranslation();
  const meta = useQuery(metaQuery);
  const measures = useQuery(coverageMeasuresQuery);
  const table = useQuery(coverageQuery(question(state)));
  const failed = measures.error ?? table.error;
  const measure = measures.data?.measures.find(({ code }) => code === table.data?.measure);
  return (
    <>
      {measures.data && <Pickers state={state} update={update} measures={measures.data} division={table.data} age={table.data?.age} />}
      {failed && <ErrorPanel error={failed} onRetry={() => void Promise.all([measures.refetch(), table.refetch()])} />}
      {!failed && (table.isPending || measures.isPending) && <Loading label={t('gaps.computing')} />}
      {meta.data && measures.data && table.data && measure && (
        <Answer state={state} update={update} meta={meta.data} measures={measures.data} table={table.data} measure={measure} />
      )}
    </>
  );
}

interface Props {
  state: GapsState;
  update: Update;
  meta: Meta;
  measures: CoverageMeasures;
  table: CoverageTable;
  measure: Measure;
}

function Answer({ state, update, meta, measures, table, measure }: Props) {
  const { t } = useTranslation();
  const area = useQuery({ ...areaQuery(table.area?.code ?? ''), enabled: Boolean(table.area) });
  const box = area.data?.bounds as Bounds | null | undefined;
  const bounds = useMemo(() => (table.area ? (box ?? null) : around(table)), [table, box]);
  const figures = useMemo(
    () => ({
      rows: table.items.map((row) => ({ ...row, value: row.value ?? null, center: row.center ?? null })),
      moreIsBetter: measure.more_is_better, circles: !table.breaks, chosen: state.chosen || null,
    }),
    [table, measure, state.chosen],
  );
  const chosen = table.items.find(({ code }) => code === state.chosen);
  const csv = `/api/v1/coverage.csv?${new URLSearchParams(question(state)).toString()}`;
  return (
    <>
      {table.age_is_substitute && (
        <p className="panel notice">{t('gaps.substitute', { age: t(`gaps.ages.${AGE_KEYS[table.age] ?? 'all'}`) })}</p>
      )}
      {table.items.length === 0 ? <p className="panel notice">{t('gaps.empty')}</p> : (
        <div className="gaps-main">
          <div className="gaps-view">
            <div className="gaps-map">
              <Suspense fallback={<Loading label={t('map.loading')} />}>
                <Choropleth
                  base={meta.base_map} kinds={kindsOf(table)} bounds={bounds ?? meta.bounds ?? null} figures={figures}
                  onChoose={(code) => update({ chosen: code ?? '' }, { replace: true })}
                />
              </Suspense>
            </div>
            {chosen && <Chosen row={chosen} table={table} measure={measure} update={update} />}
            <GapsLegend table={table} measure={measure} />
          </div>
          <div className="gaps-list">
            <p className="gaps-note small muted">{t('gaps.table.note', { count: table.items.length })} <a href={csv} download>{t('gaps.csv')}</a></p>
            <Ranking table={table} measure={measure} state={state} update={update} />
          </div>
        </div>
      )}
      <Method table={table} measure={measure} measures={measures} />
    </>
  );
}

interface ChosenProps {
  row: CoverageRow;
  table: CoverageTable;
  measure: Measure;
  update: Update;
}

/** The chosen area in words. */
function Chosen({ row, table, measure, update }: ChosenProps) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const taxonomy = useTaxonomy();
  const report = useReportBeside(table);
  const column = report?.columns.find(({ code }) => code === `service:${table.service}`);
  const cell = report?.cells.find((one) => one.area === row.code && one.column === column?.code);
  const tied = useTiesBeside(table, lang)?.get(row.code);
  const age = t(`gaps.ages.${AGE_KEYS[table.age] ?? 'all'}`);
  const people = typeof row.population === 'number' ? count(row.population, lang) : t('gaps.none');
  return (
    <section className="panel gaps-chosen" aria-live="polite">
      <h2>{row.name}</h2>
      <p>
        <strong className="gaps-value">{typeof row.value === 'number' ? figure(row.value, measure.unit, lang) : t('gaps.none')}</strong>{' '}
        {t(`gaps.unit.${measure.unit}`)}
      </p>
      <p className="small">
        {t('gaps.chosen.basis', {
          service: serviceName(taxonomy, table.service, lang), offices: count(row.offices, lang), age, people, year: row.year ?? '–',
        })}
      </p>
      {column && cell?.reach && <ServiceWords cell={cell} reach={cell.reach} column={column} />}
      {!cell && tied && tied !== '–' && <p><Terms>{t('gaps.chosen.tied', { share: tied })}</Terms></p>}
      <p className="row">
        <Link className="button small" to="/search" search={{ area: row.code, service: table.service }}>{t('gaps.table.open')}</Link>
        {row.code !== table.area?.code && (
          <button type="button" className="button small" onClick={() => update({ area: row.code, kind: '', chosen: '' })}>{t('gaps.chosen.inside')}</button>
        )}
      </p>
    </section>
  );
}

/** The kinds of tiles the rows are drawn with: a city of wards has only their polygons, a prefecture those of its municipalities. */
function kindsOf(table: CoverageTable): string {
  return ['prefecture', 'municipality'].includes(table.kind) ? 'municipality,ward' : table.kind;
}

function around(table: CoverageTable): Bounds | null {
  const box = boundsOf(table.items.flatMap((row) => (row.center ? [row.center] : [])));
  return box && widen(box, 0.12);
}
