import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GapReport, GapRow, TieRange } from '../../api/gaps';
import { count, date } from '../../lib/format';
import { WideTable } from '../../ui/wide-table';
import { Terms } from '../../ui/terms';
import { rangeText } from './council-view';
import { useColumnName } from './council-matrix';
import { figure } from './figures';

/** Areas like this one with the same figures: whether a gap is one's own or everybody's. */
export function Similar({ report }: { report: GapReport }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const name = useColumnName();
  const keys = report.columns.filter((column) => column.group === 'service' && column.key);
  const [own] = report.rows;
  const rate = (value: number | null | undefined) => (typeof value === 'number' ? figure(value, 'offices_per_1000', lang) : '–');
  const ownRate = (column: string) => report.cells.find((cell) => cell.area === own?.code && cell.column === column)?.reach?.per_1000;
  return (
    <section aria-labelledby="council-similar">
      <h2 id="council-similar">{t('council.similar.title')}</h2>
      {!own || report.similar.length === 0 ? <p className="small muted">{t('council.similar.none')}</p> : (
        <>
          <p className="small muted"><Terms>{t('council.similar.method')}</Terms></p>
          <WideTable labelledBy="council-similar">
            <table className="council-table">
              <thead>
                <tr>
                  <th scope="col">{t('council.area_head')}</th>
                  <th scope="col" className="right">{t('council.similar.people')}</th>
                  <th scope="col" className="right">{t('council.similar.ageing')}</th>
                  <th scope="col" className="right">{t('council.similar.density')}</th>
                  {keys.map((column) => <th key={column.code} scope="col" className="right">{name(column)}</th>)}
                </tr>
              </thead>
              <tbody>
                <tr className="own"><th scope="row">{own.name}</th><Features row={own} />{keys.map(({ code }) => <td key={code} className="right number">{rate(ownRate(code))}</td>)}</tr>
                {report.similar.map(({ row, within, services }) => (
                  <tr key={row.code}>
                    <th scope="row"><Link to="/gaps" search={{ area: row.code }}>{row.name}</Link>{within && <span className="small muted"> {within}</span>}</th>
                    <Features row={row} />
                    {keys.map(({ code }) => <td key={code} className="right number">{rate(services.find((one) => one.column === code)?.reach.per_1000)}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </>
      )}
    </section>
  );
}

function Features({ row }: { row: GapRow }) {
  const { i18n } = useTranslation();
  const lang = i18n.language;
  const cells = [
    typeof row.population === 'number' ? count(row.population, lang) : '–',
    typeof row.ageing === 'number' ? `${figure(row.ageing, 'share', lang)}%` : '–',
    typeof row.density === 'number' ? count(Math.round(row.density), lang) : '–',
  ];
  return <>{cells.map((text, at) => <td key={at} className="right number">{text}</td>)}</>;
}

/** Ties by wave, what became of them, supply by edition. */
export function Trend({ report }: { report: GapReport }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const name = useColumnName();
  const { waves, changes, supply } = report.trend;
  const write = (unit: string, range: TieRange | null | undefined) => rangeText(range, (value) => figure(value, unit, lang)) ?? '–';
  const title = (code: string) => {
    const column = report.columns.find((one) => one.code === code);
    return column ? name(column) : code;
  };
  return (
    <section aria-labelledby="council-trend">
      <h2 id="council-trend">{t('council.trend.title')}</h2>
      {waves.length === 0 ? <p className="small muted">{t('council.trend.no_waves')}</p> : (
        <WideTable label={t('council.trend.waves')}>
          <table className="council-table">
            <caption>{t('council.trend.waves')}</caption>
            <thead>
              <tr>{['wave', 'answered', 'across', 'without', 'duty'].map((key, at) => <th key={key} scope="col" className={at > 0 ? 'right' : undefined}>{t(`council.trend.${key}`)}</th>)}</tr>
            </thead>
            <tbody>
              {waves.map(({ wave, number, opens_on: on, ties }) => (
                <tr key={wave}>
                  <th scope="row">{t('council.trend.number', { number, day: date(on, lang) })}</th>
                  <td className="right number">{typeof ties.answered === 'number' ? `${ties.answered}/${ties.asked}` : '–'}</td>
                  <td className="right number">{write('km', ties.across_per_office)}</td>
                  <td className="right number">{write('share', ties.without_across)}</td>
                  <td className="right number">{write('share', ties.duty)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {changes.length > 0 && (
        <p>{t('council.trend.changes')} {changes.map(({ change, ties }) => t('council.trend.change', { what: t(`council.trend.kind.${change}`), number: typeof ties === 'number' ? count(ties, lang) : t('council.trend.few') })).join(t('list.separator'))}</p>
      )}
      {supply.length === 0 ? <p className="small muted">{t('council.trend.no_supply')}</p> : (
        <ul className="plain">{supply.map((one) => <li key={one.column}>{t('council.trend.supply', { service: title(one.column), edition: one.edition, before: one.before, after: one.after, new: one.new, gone: one.gone })}</li>)}</ul>
      )}
    </section>
  );
}
