import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { nurseMatrixQuery, type MatrixCell, type NurseMatrix } from '../../api/nurses';
import { ErrorPanel, Loading } from '../../ui/states';
import { WideTable } from '../../ui/wide-table';
import { Terms } from '../../ui/terms';
import { ages } from './ages';

interface Props {
  area: string;
  /** What a press on a field does besides showing it; for the editor. */
  onCell?: (topic: string, band: [number, number]) => void;
}

const SIGN: Record<string, string> = { full: '○', part: '△', twice: '◎', none: '－' };

/** Topics × ages of a municipality: covered, in part, twice, by nobody. The sign says it without the colour. */
export function Matrix({ area, onCell }: Props) {
  const { t } = useTranslation();
  const query = useQuery(nurseMatrixQuery(area));
  const [chosen, setChosen] = useState<MatrixCell | null>(null);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  const matrix = query.data;
  const topics = [...new Set(matrix.cells.map((cell) => cell.topic))];
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{t('nurses.matrix.title', { area: matrix.area.name })}</h2>
      <p className="small">
        {(['full', 'twice', 'part', 'none'] as const).map((state) => (
          <span key={state} className="cell-legend"><span className={`cell-sign ${state}`} aria-hidden="true">{SIGN[state]}</span> {t(`nurses.matrix.${state}`)}</span>
        ))}
      </p>
      <p className="small muted">{t(`nurses.matrix.unit.${matrix.unit}`, { count: matrix.units })}</p>
      <WideTable labelledBy="matrix">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t('nurses.topic')}</th>
              {matrix.bands.map(([from, to]) => <th key={from} scope="col">{ages(t, from, to)}</th>)}
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <Fragment key={topic}>
                <tr>
                  <th scope="row">{t(`nurse_topic.${topic}`)}</th>
                  {matrix.cells.filter((cell) => cell.topic === topic).map((cell) => (
                    <td key={cell.band} className={`cell ${cell.state}`}>
                      <Button
                        className="cell-button"
                        aria-label={`${t(`nurse_topic.${topic}`)} ${label(t, matrix, cell)} ${t(`nurses.matrix.${cell.state}`)}`}
                        onPress={() => {
                          setChosen(cell);
                          onCell?.(topic, matrix.bands[cell.band] as [number, number]);
                        }}
                      >
                        <span className={`cell-sign ${cell.state}`} aria-hidden="true">{SIGN[cell.state]}</span>
                      </Button>
                    </td>
                  ))}
                </tr>
                {chosen?.topic === topic && (
                  <tr className="detail"><td colSpan={matrix.bands.length + 1}><CellDetail matrix={matrix} cell={chosen} /></td></tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}

type Translate = (key: string, values?: Record<string, unknown>) => string;

function label(t: Translate, matrix: NurseMatrix, cell: MatrixCell): string {
  const [from, to] = matrix.bands[cell.band] ?? [0, 120];
  return ages(t, from as number, to as number);
}

function CellDetail({ matrix, cell }: { matrix: NurseMatrix; cell: MatrixCell }) {
  const { t } = useTranslation();
  const [holes, overlaps] = cell.counts as [number, number];
  const names = matrix.desks.filter((desk) => cell.desks.includes(desk.id));
  const list = (units: string[], total: number) =>
    units.join(t('list.separator')) + (total > units.length ? t('nurses.matrix.more', { count: total - units.length }) : '');
  return (
    <div className="small" role="status">
      <p><strong>{t(`nurse_topic.${cell.topic}`)} {label(t, matrix, cell)}</strong></p>
      {names.map((desk) => <p key={desk.id}>{desk.name}{desk.phone && ` ${desk.phone}`} <span className="muted">{ages(t, desk.age_from, desk.age_to)} {desk.area_names.join(t('list.separator'))}</span></p>)}
      {holes > 0 && cell.state !== 'none' && <p>{t('nurses.matrix.holes')} {matrix.unit === 'whole' ? t('nurses.matrix.some_ages') : list(cell.holes, holes)}</p>}
      {overlaps > 0 && <p>{t('nurses.matrix.overlaps')} {matrix.unit === 'whole' ? t('nurses.matrix.some_ages') : list(cell.overlaps, overlaps)}</p>}
      {cell.state === 'none' && (
        <p><Terms>{cell.general.length ? t('nurses.matrix.general', { places: cell.general.map((code) => t(`nurses.placement.${code}`)).join(t('list.separator')) }) : t('nurses.matrix.nobody')}</Terms></p>
      )}
    </div>
  );
}
