import { useTranslation } from 'react-i18next';
import { WideTable } from './wide-table';

interface Fault {
  /** Cell, or line and column. */
  place: string;
  value: string;
  reason: string;
  remedy: string;
}

/** What of a file could not be taken: where, what stands there, why, what to do. */
export function FaultTable({ label, head, rows }: { label: string; head: string; rows: readonly Fault[] }) {
  const { t, i18n } = useTranslation();
  // A newer server may refuse for reasons this page has no words for.
  const reason = (code: string) => [`wave.reason.${code}`, `import.reason.${code}`].filter((key) => i18n.exists(key)).map((key) => t(key))[0] ?? code;
  return (
    <WideTable label={label}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('import.rejection.value')}</th>
            <th scope="col">{t('import.rejection.reason')}</th>
            <th scope="col">{t('import.rejection.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <th scope="row" className="nowrap">{row.place}</th>
              <td>{row.value}</td>
              <td>{reason(row.reason)}</td>
              <td>{row.remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
