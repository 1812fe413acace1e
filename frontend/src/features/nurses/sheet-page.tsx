import './nurses.css';
import './sheet.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { nurseMatrixQuery, sheetPdfHref, type Desk, type NurseMatrix } from '../../api/nurses';
import { date } from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { ages } from './ages';
import { handOver } from './desk-card';

/** 保健師早見表: the whole municipality on one sheet that survives a FAX: black on white, numbers instead of colours. */
export function SheetPage() {
  const { t } = useTranslation();
  const { area = '' } = useSearch({ from: '/nurses/sheet' });
  const query = useQuery({ ...nurseMatrixQuery(area), enabled: area !== '' });
  useTitle(t('nurses.sheet.title', { area: query.data?.area.name ?? '' }), t('shell.name'));
  if (area === '') return <div className="page"><p>{t('nurses.need_place')} <Link to="/nurses">{t('nav.nurses')}</Link></p></div>;
  if (query.isPending) return <Loading />;
  if (query.isError) return <div className="page"><ErrorPanel error={query.error} onRetry={() => void query.refetch()} /></div>;
  return <Sheet matrix={query.data} />;
}

function Sheet({ matrix }: { matrix: NurseMatrix }) {
  const { t, i18n } = useTranslation();
  const number = new Map(matrix.desks.map((desk, index) => [desk.id, index + 1]));
  const topics = [...new Set(matrix.cells.map((cell) => cell.topic))];
  return (
    <div className="page nurse-sheet">
      <div className="row sheet-head">
        <h1>{t('nurses.sheet.title', { area: matrix.area.name })}</h1>
        <div className="row no-print">
          <a className="button" href={sheetPdfHref(matrix.area.code)}>{t('nurses.sheet.pdf')}</a>
          <Button className="button" onPress={() => window.print()}>{t('nurses.sheet.print')}</Button>
        </div>
      </div>
      <p className="small">{t('nurses.sheet.lead', { date: date(new Date().toISOString(), i18n.language) })}</p>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{t('nurses.topic')}</th>
            {matrix.bands.map(([from, to]) => <th key={from} scope="col">{ages(t, from, to)}</th>)}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic}>
              <th scope="row">{t(`nurse_topic.${topic}`)}</th>
              {matrix.cells.filter((cell) => cell.topic === topic).map((cell) => (
                <td key={cell.band}>
                  {cell.desks.map((id) => number.get(id)).join('・')}
                  {cell.state === 'part' && '△'}
                  {cell.state === 'none' && <span className="sheet-general">{cell.general.length ? cell.general.map((code) => t(`nurses.short.${code}`)).join('・') : '－'}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{t('nurses.sheet.legend')}</p>
      <ol className="sheet-desks">
        {matrix.desks.map((desk) => <SheetDesk key={desk.id} desk={desk} />)}
      </ol>
    </div>
  );
}

function SheetDesk({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const areas = desk.areas.map((area, index) => [desk.area_names[index], area.towns.join(t('list.separator'))].filter(Boolean).join(' '));
  return (
    <li>
      <strong>{desk.name}</strong> {desk.phone && <span className="number">{t('nurses.sheet.phone')} {desk.phone}</span>} {desk.fax && <span className="number">FAX {desk.fax}</span>}
      <span className="sheet-more">
        {[areas.join('、'), desk.does_not && t('nurses.sheet.does_not', { text: desk.does_not }), ...desk.hands_over.map((over) => handOver(t, over))].filter(Boolean).join(' / ')}
      </span>
    </li>
  );
}
