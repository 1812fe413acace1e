import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changesHref, rejectedHref } from '../../api/commands';
import { importsQuery } from '../../api/queries';
import type { ImportRun } from '../../api/types';
import * as format from '../../lib/format';
import { ErrorPanel } from '../../ui/states';
import { WideTable } from '../../ui/wide-table';

/** Imports waiting or at work, then the files imported earlier with their outcome. */
export function History({ onOpen }: { onOpen: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const imports = useQuery(importsQuery);
  const active = imports.data?.active ?? [];
  const runs = imports.data?.runs ?? [];
  return (
    <section>
      {imports.isError && <ErrorPanel error={imports.error} onRetry={() => void imports.refetch()} />}
      {active.length > 0 && (
        <>
          <h2>{t('import.history.active')}</h2>
          <ul className="panel active-imports">
            {active.map((job) => (
              <li key={job.id}>
                <Button className="link" onPress={() => onOpen(job.id)}>{format.dateTime(job.created_at, i18n.language)}</Button>{' '}
                {t('import.history.file_names', { name: job.files[0]?.file ?? '', count: job.files.length })}{' '}
                <span className={`state state-${job.state}`}>{t(`import.state.${job.state}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 id="history">{t('import.history.title')}</h2>
      {imports.data && runs.length === 0 && <p className="muted">{t('import.history.none')}</p>}
      {runs.length > 0 && <Runs runs={runs} />}
    </section>
  );
}

function Runs({ runs }: { runs: ImportRun[] }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const [shown, setShown] = useState(20);
  const number = (value: number) => <td className="right number">{format.count(value, lang)}</td>;
  return (
    <>
    <WideTable labelledBy="history">
      <table className="runs">
        <thead>
          <tr>
            <th scope="col">{t('import.history.when')}</th>
            <th scope="col">{t('import.history.files')}</th>
            <th scope="col">{t('sources.edition')}</th>
            {(['rows', 'imported', 'unchanged', 'rejected', 'gone'] as const).map((name) => (
              <th key={name} scope="col" className="right">{t(`import.count.${name}`)}</th>
            ))}
            <th scope="col">{t('import.history.reports')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.slice(0, shown).map((run) => (
            <tr key={run.id}>
              <td className="nowrap">{format.dateTime(run.finished_at, lang)}</td>
              <th scope="row">{run.label}<br /><span className="small muted">{run.file}</span></th>
              <td className="nowrap">{format.edition(run.edition, lang)}</td>
              {number(run.rows)}
              {number(run.imported)}
              {number(run.unchanged)}
              {number(run.rejected)}
              {number(run.gone)}
              <td className="reports">
                <a href={changesHref(run.id)} download aria-label={t('import.history.changes_of', { name: run.file })}>{t('import.history.changes')}</a>
                {run.rejected > 0 && (
                  <a href={rejectedHref(run.id)} download aria-label={t('import.history.rejected_of', { name: run.file })}>{t('import.history.rejected')}</a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
    {runs.length > shown && <Button className="button" onPress={() => setShown(runs.length)}>{t('import.history.all', { count: runs.length })}</Button>}
    </>
  );
}
