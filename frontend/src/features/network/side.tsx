import { useTranslation } from 'react-i18next';
import { ChangePanel } from './change-panel';
import { FiguresPanel } from './figures-panel';
import { inCell } from './matrix-model';
import { OfficePanel } from './office-panel';
import { PickedPanel } from './picked-panel';
import { PlanPanel } from './plan-panel';
import type { Shared } from './shared';
import { TieList } from './tie-list';
import { WayPanel } from './way-panel';

/** What is chosen, in words, and the figures of the whole below. */
export function Side(shared: Shared) {
  const { view, state, selection } = shared;
  const { t } = useTranslation();
  const office = selection.chosen >= 0 ? view.nodes[selection.chosen] : undefined;
  return (
    <aside className="network-side" aria-label={t('network.side')}>
      {(state.from !== '' || state.to !== '') && <WayPanel {...shared} />}
      {office && <OfficePanel key={office.id} {...shared} office={office} />}
      {!office && state.cell !== '' && <CellPanel {...shared} />}
      {(state.lasso.length > 0 || selection.picked.length > 0) && <PickedPanel {...shared} />}
      {view.change && <ChangePanel {...shared} change={view.change} />}
      <FiguresPanel {...shared} />
      <PlanPanel {...shared} />
    </aside>
  );
}

/** Ties of a cell of the matrix. */
function CellPanel(shared: Shared) {
  const { view, state, update, selection, words } = shared;
  const { t } = useTranslation();
  const [row = '', column = ''] = state.cell.split('|');
  const ties = selection.ties.filter((tie) => inCell(view, tie, state.rows, state.columns, state.cell));
  return (
    <section className="network-card" aria-labelledby="cell-title">
      <h2 id="cell-title">{t('network.matrix.chosen', { a: words.group(state.rows, row), b: words.group(state.columns, column) })}</h2>
      <TieList {...shared} ties={ties} />
      <p className="row">
        <button type="button" className="button small" onClick={() => update({ view: 'graph', ego: '' })}>{t('network.matrix.to_graph')}</button>
        <button type="button" className="button small" onClick={() => update({ cell: '' })}>{t('network.unchoose')}</button>
      </p>
    </section>
  );
}
