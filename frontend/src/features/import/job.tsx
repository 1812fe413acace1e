import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { confirmImport, stopImport } from '../../api/commands';
import { importQuery } from '../../api/queries';
import * as format from '../../lib/format';
import { BusyButton } from '../../ui/busy-button';
import { ErrorPanel, Loading } from '../../ui/states';
import { FilePreview } from './file-preview';
import { canImport, decisions } from './numbers';
import { Progress } from './progress';
import { Report } from './report';

/** One import from reading to report. */
export function Job({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(importQuery(id));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const refresh = () => client.invalidateQueries({ queryKey: importQuery(id).queryKey });
  const job = query.data;
  const confirm = useMutation({
    mutationFn: () => confirmImport(id, decisions(job?.files ?? [], left)),
    onSuccess: refresh,
  });
  const stop = useMutation({ mutationFn: () => stopImport(id), onSuccess: refresh });
  const state = job?.state;
  useEffect(() => {
    // What was taken in changes every number the page shows.
    if (state === 'done') void client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'import' });
  }, [state, client]);

  if (query.isPending) return <Loading label={t('import.reading')} />;
  if (query.isError || !job) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()}><p><Button className="button" onPress={onClose}>{t('import.back')}</Button></p></ErrorPanel>;

  const chosen = job.files.filter((file) => canImport(file) && !left.has(file.index));
  function take(index: number, wanted: boolean) {
    const next = new Set(left);
    if (wanted) next.delete(index);
    else next.add(index);
    setLeft(next);
  }
  return (
    <section aria-labelledby="job">
      <p><Button className="link" onPress={onClose}>{t('import.back')}</Button></p>
      <h2 id="job" className="job-title">
        {t('import.of', { date: format.dateTime(job.created_at, i18n.language) })}
        <span className={`state state-${job.state}`}>{t(`import.state.${job.state}`)}</span>
      </h2>
      {(job.state === 'reading' || job.state === 'running') && (
        <Progress job={job} stopping={stop.isPending} onStop={() => stop.mutate()} />
      )}
      {job.state !== 'reading' && job.state !== 'ready' && job.state !== 'running' && <Report job={job} />}
      {job.state === 'ready' && <p>{t('import.preview_text')}</p>}
      {job.files.map((file) => (
        <FilePreview
          key={file.index} job={job} file={file} taken={!left.has(file.index)}
          onTake={(wanted) => take(file.index, wanted)} onReread={() => void refresh()}
        />
      ))}
      {job.state === 'ready' && (
        <div className="confirm-bar">
          <BusyButton
            className="button primary" busy={confirm.isPending} isDisabled={chosen.length === 0}
            onPress={() => confirm.mutate()}
          >
            {t('import.confirm', { count: chosen.length })}
          </BusyButton>
          <Button className="button" onPress={() => stop.mutate()}>{t('import.discard')}</Button>
          {chosen.length === 0 && <p className="small">{t('import.nothing_chosen')}</p>}
        </div>
      )}
      {confirm.isError && <ErrorPanel error={confirm.error} />}
      {stop.isError && <ErrorPanel error={stop.error} />}
    </section>
  );
}
