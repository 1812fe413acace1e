import './import.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { History } from './history';
import { Job } from './job';
import { Closed } from './closed';
import { Upload } from './upload';

/** Official and municipal files in: upload, look, confirm, report. The address names the import being looked at. */
export function ImportPage() {
  const { t } = useTranslation();
  const { job } = useSearch({ from: '/import' });
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);
  const may = session.data?.may_everywhere.includes('import') ?? false;
  useTitle(t('nav.import'), t('shell.name'));

  const open = (id: string | null) => void navigate({ to: '/import', search: id ? { job: id } : {} });
  return (
    <div className="page import-page">
      <h1>{t('import.title')}</h1>
      <p>{t('import.lead')}</p>
      {session.isPending && <Loading />}
      {session.isError && <ErrorPanel error={session.error} onRetry={() => void session.refetch()} />}
      {session.data && !may && <Closed signedIn={Boolean(session.data.signed)} />}
      {may && (job ? <Job key={job} id={job} onClose={() => open(null)} /> : (
        <>
          <Upload onUploaded={open} />
          <History onOpen={open} />
        </>
      ))}
    </div>
  );
}
