import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Choose } from '../../ui/form';
import { WideTable } from '../../ui/wide-table';
import { Terms } from '../../ui/terms';
import { cellKey, density, matrixOf, wholeMatrix, type Cell, type Matrix } from './matrix-model';
import { DIMENSIONS, parse, type Dimension } from './network-state';
import { opening } from './selection';
import type { Shared } from './shared';

const USUAL = parse({});
const FILTERS = ['systems', 'types', 'places', 'evidence', 'kinds', 'answered', 'core', 'largest'] as const;
/** Steps of the shade; more no eye tells apart. */
const SHADES = 6;

/** 行列: how many ties there are between groups, of how many there could be. */
export function MatrixView({ view, state, update, selection, words }: Shared) {
  const { t } = useTranslation();
  const filtered = FILTERS.some((key) => String(state[key]) !== String(USUAL[key])) || opening(view, state).ego !== '' || view.change !== null;
  const matrix = useMemo(() => {
    const types = state.rows === 'type' && state.columns === 'type';
    return types && !filtered && view.blocks.length > 0 ? wholeMatrix(view, selection) : matrixOf(view, selection, state.rows, state.columns);
  }, [view, selection, state.rows, state.columns, filtered]);
  const choose = (label: string, value: Dimension, key: 'rows' | 'columns') => (
    <Choose
      label={label} value={value} options={DIMENSIONS.map((code) => [code, t(`network.dimension.${code}`)] as const)}
      onChange={(next) => update({ [key]: next as Dimension, cell: '' })}
    />
  );
  return (
    <div className="network-matrix">
      <div className="network-matrix-head">
        {choose(t('network.matrix.rows'), state.rows, 'rows')}
        {choose(t('network.matrix.columns'), state.columns, 'columns')}
        <p className="small muted"><Terms>{t('network.matrix.note')}</Terms> {!matrix.whole && t('network.matrix.seen_only')}</p>
      </div>
      {matrix.rows.length === 0 ? <p className="panel notice">{t('network.empty')}</p> : (
        <Blocks
          matrix={matrix} rows={state.rows} columns={state.columns} chosen={state.cell} words={words}
          onChoose={(cell) => update({ cell: cell === state.cell ? '' : cell, office: '' }, { replace: true })}
        />
      )}
    </div>
  );
}

interface BlocksProps {
  matrix: Matrix;
  rows: Dimension;
  columns: Dimension;
  chosen: string;
  words: Shared['words'];
  onChoose: (cell: string) => void;
}

function Blocks({ matrix, rows, columns, chosen, words, onChoose }: BlocksProps) {
  const { t } = useTranslation();
  return (
    <WideTable label={t('network.matrix.label')}>
      <table className="network-blocks">
        <caption className="visually-hidden">{t('network.matrix.label')}</caption>
        <thead>
          <tr>
            <td />
            {matrix.columns.map((code) => <th key={code} scope="col"><span>{words.group(columns, code)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row}>
              <th scope="row">{words.group(rows, row)}</th>
              {matrix.columns.map((column) => {
                const cell = matrix.cells.get(cellKey(row, column));
                return <td key={column}>{cell && <Block cell={cell} densest={matrix.densest} chosen={chosen} words={words} names={[words.group(rows, row), words.group(columns, column)]} onChoose={onChoose} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

interface BlockProps {
  cell: Cell;
  densest: number;
  chosen: string;
  words: Shared['words'];
  names: [string, string];
  onChoose: (cell: string) => void;
}

function Block({ cell, densest, chosen, words, names, onChoose }: BlockProps) {
  const { t } = useTranslation();
  const key = cellKey(cell.row, cell.column);
  const shade = densest > 0 ? Math.ceil((density(cell) / densest) * (SHADES - 1)) : 0;
  const counts = cell.either === null ? t('network.matrix.at_least', { mutual: cell.mutual }) : cell.either === cell.mutual ? words.number(cell.mutual) : t('network.matrix.counts', { mutual: cell.mutual, either: cell.either });
  if (cell.pairs === 0) return <span className="network-block none" aria-label={t('network.matrix.no_pairs')}>–</span>;
  return (
    <Button
      className={`network-block shade-${shade}`} aria-pressed={chosen === key}
      aria-label={t('network.matrix.cell', { a: names[0], b: names[1], counts, pairs: words.number(cell.pairs), density: words.share(density(cell)) })}
      onPress={() => onChoose(key)}
    >
      <span>{counts}</span>
      <small>{words.share(density(cell))}</small>
    </Button>
  );
}
