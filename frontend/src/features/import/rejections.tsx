import { useTranslation } from 'react-i18next';
import type { Rejection } from '../../api/types';
import { count } from '../../lib/format';
import { WideTable } from '../../ui/wide-table';

/** Rows that cannot be taken in: where they stand, why, and what to do. The rest is in the download. */
export function Rejections({ rows, total }: { rows: Rejection[]; total: number }) {
  const { t, i18n } = useTranslation();
  if (rows.length === 0) return null;
  const title = t('import.rejections', { count: total, total: count(total, i18n.language) });
  // A newer server may refuse for reasons this page has no words for.
  const reason = (code: string) => (i18n.exists(`import.reason.${code}`) ? t(`import.reason.${code}`) : code);
  return (
    <details open>
      <summary>{title}</summary>
      <WideTable label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="right">{t('import.rejection.line')}</th>
              <th scope="col">{t('import.rejection.column')}</th>
              <th scope="col">{t('import.rejection.value')}</th>
              <th scope="col">{t('import.rejection.reason')}</th>
              <th scope="col">{t('import.rejection.remedy')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td className="right number">{row.line}</td>
                <td>{row.column}</td>
                <td>{row.value}</td>
                <td>{reason(row.reason)}</td>
                <td>{row.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}
