import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { GapCell, GapColumn } from '../../api/gaps';
import { count } from '../../lib/format';
import { connectedText, type Grid, groupsOf, isHole, move, SIGNS } from './council-view';
import { figure } from './figures';

interface Props {
  grid: Grid;
  chosen: { row: string; column: string };
  onOpen: (cell: GapCell) => void;
}

/** Areas × what is looked at. One stop of the tab key; arrows go from field to field, Enter opens one. */
export function CouncilMatrix({ grid, chosen, onOpen }: Props) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const name = useColumnName();
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const size: [number, number] = [grid.rows.length, grid.columns.length];
  const here: [number, number] = [Math.min(at[0], size[0] - 1), Math.min(at[1], size[1] - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const to = move(here, event.key, size);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to[0]}-${to[1]}"]`)?.focus();
  };
  return (
    <div className="council-wrap">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table ref={table} role="grid" className="council-matrix" aria-label={t('council.matrix')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="council-corner">{t('council.area_head')}</th>
            {groupsOf(grid.columns).map(({ group, span }) => <th key={group} scope="colgroup" colSpan={span} className={`council-group ${group}`}>{t(`council.group.${group}`)}</th>)}
          </tr>
          <tr>
            {grid.columns.map((column) => <th key={column.code} scope="col" className="council-head"><span>{name(column)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ row, cells }, y) => (
            <tr key={row.code} className={row.whole ? 'whole' : undefined}>
              <th scope="row">{row.whole ? t('council.whole', { name: row.name }) : row.name}</th>
              {cells.map(({ cell, column }, x) => {
                const isChosen = chosen.row === cell.area && chosen.column === cell.column;
                return (
                  <td key={cell.column} role="gridcell" aria-selected={isChosen} className={`council-cell ${cell.state} ${isHole(cell) ? 'hole' : ''}`}>
                    <button
                      type="button" data-at={`${y}-${x}`} tabIndex={here[0] === y && here[1] === x ? 0 : -1}
                      aria-label={t('council.cell_label', { area: row.name, column: name(column), state: t(`council.state.${cell.state}`) })}
                      onFocus={() => setAt([y, x])} onClick={() => onOpen(cell)}
                    >
                      <Content cell={cell} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Sign and word of the state, then the figures: for a service ある, 届く, つながっている one below the other. */
function Content({ cell }: { cell: GapCell }) {
  const { t, i18n } = useTranslation();
  const share = (value: number) => `${figure(value, 'share', i18n.language)}%`;
  const of = typeof cell.count === 'number' && typeof cell.of === 'number' ? `${cell.count}/${cell.of}` : null;
  const far = cell.reach?.far_share;
  return (
    <>
      <span className="council-state"><span aria-hidden="true">{SIGNS[cell.state]}</span> {t(`council.short.${cell.state}`)}</span>
      {cell.reach && cell.state !== 'no_data' && (
        <span className="council-three">
          <span>{count(cell.count ?? 0, i18n.language)}</span>
          <span>{typeof far === 'number' ? share(1 - far) : '–'}</span>
          <span>{connectedText(cell.ties, share, (value) => t('council.at_least', { value }))}</span>
        </span>
      )}
      {!cell.reach && of && <span className="council-of">{of}</span>}
      {cell.notes.open > 0 && <span className="council-mark" title={t('council.notes.open', { count: cell.notes.open })}>✎{cell.notes.open}</span>}
    </>
  );
}

export function useColumnName(): (column: GapColumn) => string {
  const { i18n } = useTranslation();
  return ({ ja, en }) => (i18n.language === 'en' ? en : ja);
}

/** What the signs mean. */
export function CouncilLegend() {
  const { t } = useTranslation();
  return (
    <div className="council-legend small">
      {(['none', 'far', 'apart', 'part', 'near', 'ok', 'no_data'] as const).map((state) => (
        <span key={state}><span className={`council-chip ${state}`} aria-hidden="true">{SIGNS[state]} {t(`council.short.${state}`)}</span> {t(`council.state.${state}`)}</span>
      ))}
      <span className="council-legend-three">{t('council.three')}</span>
    </div>
  );
}
