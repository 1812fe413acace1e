import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageRow, CoverageTable, Measure } from '../../api/types';
import { count } from '../../lib/format';
import { WideTable } from '../../ui/wide-table';
import { figure, isEstimate, sorted } from './figures';
import { ClassMark } from './gaps-legend';
import type { GapsState, Sort, Update } from './gaps-state';
import { useTiesBeside } from './ties-beside';

interface Props {
  table: CoverageTable;
  measure: Measure;
  state: GapsState;
  update: Update;
}

/** Every area with its figure and what it rests on; a column head sorts, a row leads to the offices behind it. */
export function Ranking({ table, measure, state, update }: Props) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const down = state.down ?? usualOrder(state.sort, measure);
  const rows = useMemo(() => sorted(table.items, state.sort, down, lang), [table, state.sort, down, lang]);
  const ties = useTiesBeside(table, lang);
  const by = (sort: Sort) => update({ sort, down: state.sort === sort ? !down : null }, { replace: true });
  const head = (sort: Sort, label: string, right = true) => (
    <Head label={label} right={right} order={state.sort !== sort ? 'none' : down ? 'descending' : 'ascending'} onSort={() => by(sort)} />
  );
  return (
    <WideTable label={t('gaps.table.label')}>
      <table className="gaps-table">
        <caption className="visually-hidden">{t('gaps.table.label')}</caption>
        <thead>
          <tr>
            {head('name', t('gaps.table.area'), false)}
            {head('value', t('gaps.table.value', { unit: t(`gaps.unit.${measure.unit}`) }))}
            {head('offices', t('gaps.table.offices'))}
            {head('population', t('gaps.table.population'))}
            {ties && <th scope="col" className="right gaps-tied" title={t('council.tied_note')}>{t('council.tied_share')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.code} row={row} tied={ties ? (ties.get(row.code) ?? '–') : null} table={table} measure={measure} chosen={row.code === state.chosen}
              onChoose={() => update({ chosen: row.code === state.chosen ? '' : row.code }, { replace: true })}
            />
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Where least is at hand stands first; counts fall. */
function usualOrder(sort: Sort, measure: Measure): boolean {
  if (sort === 'value') return !measure.more_is_better;
  return sort !== 'name';
}

const ARROWS = { none: '△', ascending: '▲', descending: '▼' } as const;

interface HeadProps {
  label: string;
  right: boolean;
  order: keyof typeof ARROWS;
  onSort: () => void;
}

function Head({ label, right, order, onSort }: HeadProps) {
  return (
    <th scope="col" className={right ? 'right' : undefined} aria-sort={order}>
      <Button className="gaps-sort" onPress={onSort}>
        {label}
        <span aria-hidden="true">{ARROWS[order]}</span>
      </Button>
    </th>
  );
}

interface RowProps {
  row: CoverageRow;
  /** Nothing where the ties may not be read. */
  tied: string | null;
  table: CoverageTable;
  measure: Measure;
  chosen: boolean;
  onChoose: () => void;
}

function Row({ row, tied, table, measure, chosen, onChoose }: RowProps) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <Button className="link" aria-pressed={chosen} onPress={onChoose}>{row.name}</Button>
      </th>
      <td className="right number">
        <span className="gaps-figure">
          {table.breaks && <ClassMark name={row.class} moreIsBetter={measure.more_is_better} />}
          {typeof row.value === 'number' ? figure(row.value, measure.unit, lang) : t('gaps.none')}
        </span>
      </td>
      <td className="right number">
        {row.offices === 0 ? count(0, lang) : (
          <Link
            to="/search" search={{ area: row.code, service: table.service }}
            aria-label={t('gaps.table.open_of', { name: row.name, offices: count(row.offices, lang) })}
          >
            {count(row.offices, lang)}
          </Link>
        )}
      </td>
      <td className="right number">
        {typeof row.population === 'number' ? count(row.population, lang) : t(row.basis === 'nobody' ? 'gaps.nobody' : 'gaps.none')}
        {isEstimate(row) && <abbr title={t(`gaps.basis.${row.basis}`)}>※</abbr>}
      </td>
      {tied !== null && <td className="right number">{tied}</td>}
    </tr>
  );
}
