import { useTranslation } from 'react-i18next';
import type { ChangeSample } from '../../api/types';
import { WideTable } from '../../ui/wide-table';

/** Examples of what is new, gone or changed, field by field. */
export function Changes({ changes }: { changes: ChangeSample[] }) {
  const { t, i18n } = useTranslation();
  if (changes.length === 0) return null;
  const field = (name: string) => (i18n.exists(`field.${name}`) ? t(`field.${name}`) : name);
  return (
    <details>
      <summary>{t('import.changes', { count: changes.length })}</summary>
      <WideTable label={t('import.changes', { count: changes.length })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('import.change.kind')}</th>
              <th scope="col">{t('field.name')}</th>
              <th scope="col">{t('import.change.field')}</th>
              <th scope="col">{t('import.change.before')}</th>
              <th scope="col">{t('import.change.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => {
              const fields = change.fields.length > 0 ? change.fields : [{ field: '', before: '', after: '' }];
              return fields.map((one, index) => (
                <tr key={`${change.key}-${index}`}>
                  <td>{index === 0 && t(`import.count.${change.kind}`)}</td>
                  <th scope="row">{index === 0 && change.name}</th>
                  <td>{one.field && field(one.field)}</td>
                  <td className="before">{one.before}</td>
                  <td className="after">{one.after}</td>
                </tr>
              ));
            })}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}
