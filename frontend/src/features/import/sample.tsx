import { useTranslation } from 'react-i18next';
import { WideTable } from '../../ui/wide-table';

/** The first rows as the file has them. */
export function Sample({ columns, rows, open }: { columns: string[]; rows: string[][]; open: boolean }) {
  const { t } = useTranslation();
  if (columns.length === 0) return null;
  return (
    <details open={open}>
      <summary>{t('import.sample', { count: rows.length })}</summary>
      <WideTable label={t('import.sample', { count: rows.length })}>
        <table className="sample">
          <thead><tr>{columns.map((column, index) => <th key={index} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>{columns.map((_, at) => <td key={at}>{row[at]}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}
