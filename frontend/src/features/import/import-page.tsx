import './import.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { signOut } from '../../api/commands';
import { sessionQuery } from '../../api/queries';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { History } from './history';
import { Job } from './job';
import { SignIn } from './sign-in';
import { Upload } from './upload';

/** Official and municipal files in: upload, look, confirm, report. The address names the import being looked at. */
export function ImportPage() {
  const { t } = useTranslation();
  const { job } = useSearch({ from: '/import' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  useTitle(t('nav.import'), t('shell.name'));

  const open = (id: string | null) => void navigate({ to: '/import', search: id ? { job: id } : {} });
  return (
    <div className="page import-page">
      <div className="import-head">
        <h1>{t('import.title')}</h1>
        {session.data?.operator && (
          <Button
            className="button small"
            onPress={() => void signOut().finally(() => client.invalidateQueries({ queryKey: sessionQuery.queryKey }))}
          >
            {t('import.sign_out')}
          </Button>
        )}
      </div>
      <p>{t('import.lead')}</p>
      {session.isPending && <Loading />}
      {session.isError && <ErrorPanel error={session.error} onRetry={() => void session.refetch()} />}
      {session.data && !session.data.operator && <SignIn />}
      {session.data?.operator && (job ? <Job key={job} id={job} onClose={() => open(null)} /> : (
        <>
          <Upload onUploaded={open} />
          <History onOpen={open} />
        </>
      ))}
    </div>
  );
}
