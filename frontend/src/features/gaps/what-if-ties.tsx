import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TieFigures, TieRange, TieWhatIf } from '../../api/gaps';
import { count, date } from '../../lib/format';
import { WideTable } from '../../ui/wide-table';
import { others, rangeText } from './council-view';
import { figure } from './figures';

const COLUMNS: readonly { key: string; unit: string; of: (ties: TieFigures) => TieRange | null | undefined }[] = [
  { key: 'with', unit: 'share', of: (ties) => others(ties.without_across) },
  { key: 'across', unit: 'km', of: (ties) => ties.across_per_office },
  { key: 'duty', unit: 'share', of: (ties) => ties.duty },
];

/** What becomes of ties: who is left alone, who is joined, and the figures of each part. */
export function TiesBeforeAfter({ answer }: { answer: TieWhatIf }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const text = (ties: TieFigures, { unit, of }: (typeof COLUMNS)[number]) => rangeText(of(ties), (value) => figure(value, unit, lang)) ?? '–';
  const both = (before: string, after: string) => (before === after ? after : <><span className="muted">{before}</span> → <strong>{after}</strong></>);
  const { left_alone: alone, joined } = answer;
  const met = answer.meeting.length;
  return (
    <section aria-labelledby="what-if-ties">
      <h2 id="what-if-ties">{t('what_if.ties.title')}</h2>
      {met > 1 && <p>{t('what_if.ties.met', { count: met, pairs: (met * (met - 1)) / 2, fresh: answer.meeting_new })}</p>}
      <ul className="what-if-words">
        <li>{alone.length === 0 ? t('what_if.ties.nobody_alone') : t('what_if.ties.alone', { count: alone.length })} <Names offices={alone} /></li>
        {(joined.length > 0 || met > 1) && <li>{joined.length === 0 ? t('what_if.ties.nobody_joined') : t('what_if.ties.joined', { count: joined.length })} <Names offices={joined} /></li>}
      </ul>
      <WideTable labelledBy="what-if-ties">
        <table className="what-if-table">
          <thead>
            <tr>
              <th scope="col">{t('council.area_head')}</th>
              <th scope="col" className="right">{t('what_if.ties.asked')}</th>
              {COLUMNS.map(({ key }) => <th key={key} scope="col" className="right">{t(`what_if.ties.column.${key}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={row.code} className={row.whole ? 'whole' : undefined}>
                <th scope="row">{row.whole ? t('council.whole', { name: row.name }) : row.name}</th>
                <td className="right number">{both(count(row.before.asked, lang), count(row.after.asked, lang))}</td>
                {COLUMNS.map((column) => <td key={column.key} className="right number">{both(text(row.before, column), text(row.after, column))}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="small muted">{t(answer.certain_only ? 'what_if.ties.certain' : 'what_if.ties.range', { day: date(answer.as_of, lang) })}</p>
    </section>
  );
}

function Names({ offices }: { offices: TieWhatIf['left_alone'] }) {
  const { t } = useTranslation();
  return <>{offices.map(({ id, name }, at) => <span key={id}>{at > 0 && t('list.separator')}<Link to="/offices/$id" params={{ id }}>{name}</Link></span>)}</>;
}
