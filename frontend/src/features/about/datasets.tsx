import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { families } from '../../lib/datasets';
import * as format from '../../lib/format';
import { WideTable } from '../../ui/wide-table';

/** Sources in short, and every data set with its edition for those who want to know exactly. */
export function Datasets({ datasets }: { datasets: Dataset[] }) {
  const { t } = useTranslation();
  if (datasets.length === 0) return <p className="panel notice">{t('about.sources.none')}</p>;
  const rows = families(datasets).map((family) => ({
    ...family,
    key: family.family,
    name: t(`source.${family.family}`),
    note: family.sets > 1 ? t('about.sources.sets', { count: family.sets }) : '',
  }));
  return (
    <>
      <Table label={t('about.sources.title')} rows={rows} />
      <details>
        <summary>{t('about.sources.each', { count: datasets.length })}</summary>
        <Table label={t('about.sources.each', { count: datasets.length })} rows={datasets.map((set) => ({ ...set, key: set.dataset, name: set.label, note: '' }))} />
      </details>
    </>
  );
}

type Row = Pick<Dataset, 'rows' | 'gone'> & {
  key: string;
  name: string;
  note: string;
  edition?: string | null;
  imported_at?: string | null;
  credit?: string | null;
};

function Table({ label, rows }: { label: string; rows: Row[] }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  return (
    <WideTable label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('about.sources.name')}</th>
            <th scope="col">{t('sources.edition')}</th>
            <th scope="col" className="right">{t('about.sources.rows')}</th>
            <th scope="col" className="right">{t('about.sources.gone')}</th>
            <th scope="col">{t('about.sources.imported')}</th>
            <th scope="col">{t('about.sources.credit')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name} <span className="muted small">{row.note}</span></th>
              <td className="nowrap">{format.edition(row.edition, lang)}</td>
              <td className="right number">{format.count(row.rows, lang)}</td>
              <td className="right number">{format.count(row.gone, lang)}</td>
              <td className="nowrap">{format.date(row.imported_at, lang)}</td>
              <td className="small">{row.credit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
