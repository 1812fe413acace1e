import './permissions.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { permissionsQuery } from '../../api/accounts';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { WideTable } from '../../ui/wide-table';

/** Who may do what: the table the server itself asks, in words. */
export function PermissionsPage() {
  const { t } = useTranslation();
  const table = useQuery(permissionsQuery);
  useTitle(t('permissions.title'), t('shell.name'));
  return (
    <div className="page">
      <h1>{t('permissions.title')}</h1>
      <p>{t('permissions.lead')}</p>
      {table.isPending && <Loading />}
      {table.isError && <ErrorPanel error={table.error} onRetry={() => void table.refetch()} />}
      {table.data && (
        <WideTable label={t('permissions.title')}>
          <table className="permissions">
            <thead>
              <tr>
                <th scope="col">{t('permissions.action')}</th>
                {table.data.roles.map(({ role, needs_second_factor }) => (
                  <th key={role} scope="col">{t(`role.${role}`)}{needs_second_factor && <sup>{t('permissions.mark')}</sup>}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.data.actions.map(({ action, reach }) => (
                <tr key={action}>
                  <th scope="row">{t(`action.${action}`)}</th>
                  {reach.map((far, index) => (
                    <td key={table.data.roles[index]?.role ?? index} className={`reach-${far}`}>{t(`permissions.reach.${far}`)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      <ul className="small">
        <li>{t('permissions.own_means')}</li>
        <li>{t('permissions.factor_means')}</li>
        <li>{t('permissions.everywhere_means')}</li>
      </ul>
    </div>
  );
}
