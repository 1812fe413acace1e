import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger, Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { importDesks, type DeskImport } from '../../api/nurses';
import { BusyButton } from '../../ui/busy-button';
import { ErrorPanel } from '../../ui/states';

/** A table of desks: first what it would do, then, if wanted, done. */
export function TableImport({ owner }: { owner: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<DeskImport | null>(null);
  const send = useMutation({
    mutationFn: ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => importDesks(chosen, dryRun),
    onSuccess: async (done) => {
      setReport(done);
      if (done.written) await Promise.all([['nurse-desks', owner], ['nurse-matrix']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  function choose(list: FileList | null) {
    const chosen = list?.[0] ?? null;
    setFile(chosen);
    setReport(null);
    if (chosen) send.mutate({ chosen, dryRun: true });
  }
  return (
    <div>
      <FileTrigger acceptedFileTypes={['.csv', '.xlsx', 'text/csv']} onSelect={choose}>
        <Button className="button">{t('nurses.table.choose')}</Button>
      </FileTrigger>
      {send.isError && <ErrorPanel error={send.error} />}
      {report && (
        <div className="panel" role="status">
          <p>{t(report.written ? 'nurses.table.done' : 'nurses.table.would', { added: report.new, changed: report.changed, unchanged: report.unchanged })}</p>
          {report.rejected.length > 0 && (
            <table>
              <caption>{t('nurses.table.rejected', { count: report.rejected.length })}</caption>
              <thead><tr><th scope="col">{t('nurses.table.line')}</th><th scope="col">{t('nurses.table.column')}</th><th scope="col">{t('nurses.table.value')}</th><th scope="col">{t('nurses.table.remedy')}</th></tr></thead>
              <tbody>{report.rejected.map((row) => <tr key={`${row.line}${row.column}`}><td>{row.line}</td><td>{row.column}</td><td>{row.value}</td><td>{row.remedy}</td></tr>)}</tbody>
            </table>
          )}
          {!report.written && file && report.rows > 0 && (
            <BusyButton className="button primary" busy={send.isPending} onPress={() => send.mutate({ chosen: file, dryRun: false })}>{t('nurses.table.write', { count: report.rows })}</BusyButton>
          )}
        </div>
      )}
    </div>
  );
}
