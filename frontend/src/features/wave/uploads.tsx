import { useMutation } from '@tanstack/react-query';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { importTies, sheetFiles, type SheetFile, type TieImport } from '../../api/surveys';
import { ErrorPanel } from '../../ui/states';
import { WideTable } from '../../ui/wide-table';

const TABLES = ['.csv', '.xlsx', '.graphml', '.gexf', '.json'];

/** Answers that come as files: filled-in sheets, or a list of ties kept elsewhere. */
export function Uploads({ id, onChanged }: { id: string; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const sheets = useMutation({ mutationFn: (files: File[]) => sheetFiles(id, files), onSuccess: onChanged });
  const ties = useMutation({ mutationFn: (file: File) => importTies(id, file), onSuccess: onChanged });
  return (
    <section className="panel" aria-labelledby="uploads">
      <h2 id="uploads">{t('wave.uploads')}</h2>
      <p className="small">{t('wave.uploads_hint')}</p>
      <div className="row">
        <FileTrigger allowsMultiple acceptedFileTypes={['.xlsx']} onSelect={(list) => list && list.length > 0 && sheets.mutate([...list])}>
          <Button className="button">{t(sheets.isPending ? 'wave.reading' : 'wave.upload_sheets')}</Button>
        </FileTrigger>
        <FileTrigger acceptedFileTypes={TABLES} onSelect={(list) => list?.[0] && ties.mutate(list[0])}>
          <Button className="button">{t(ties.isPending ? 'wave.reading' : 'wave.upload_ties')}</Button>
        </FileTrigger>
      </div>
      <div aria-live="polite">
        {sheets.data?.items.map((file, at) => <FileResult key={`${file.file}${at}`} result={file} />)}
        {ties.data && <Ties report={ties.data} />}
      </div>
      {sheets.isError && <ErrorPanel error={sheets.error} />}
      {ties.isError && <ErrorPanel error={ties.error} />}
    </section>
  );
}

function FileResult({ result }: { result: SheetFile }) {
  const { t } = useTranslation();
  const { file, faults, office_name, stars, unlisted } = result;
  const good = faults.length === 0;
  return (
    <div className={good ? 'file-result' : 'file-result refused'}>
      <p>
        <span className="strong">{file}</span>{' '}
        {good ? t('wave.file_saved', { name: office_name ?? '', count: stars, unlisted }) : t('wave.file_refused', { count: faults.length })}
      </p>
      {!good && (
        <Faults label={t('wave.faults_of', { file })} head={t('wave.cell')} rows={faults.map((fault) => ({ ...fault, place: fault.cell }))} />
      )}
    </div>
  );
}

function Ties({ report }: { report: TieImport }) {
  const { t } = useTranslation();
  const { reports, duplicates, sheets, matched, rejected } = report;
  return (
    <div className="file-result">
      <p>{t('wave.ties_read', { reports, duplicates, sheets, ...matched })}</p>
      {rejected.length > 0 && (
        <Faults
          label={t('wave.ties_rejected', { count: rejected.length })} head={t('wave.place_in_file')}
          rows={rejected.map((row) => ({ ...row, place: t('wave.line_column', { line: row.line, column: row.column }) }))}
        />
      )}
    </div>
  );
}

interface FaultRow {
  place: string;
  value: string;
  reason: string;
  remedy: string;
}

function Faults({ label, head, rows }: { label: string; head: string; rows: FaultRow[] }) {
  const { t, i18n } = useTranslation();
  // Codes the import already has words for; a newer server may use others.
  const reason = (code: string) => (i18n.exists(`import.reason.${code}`) ? t(`import.reason.${code}`) : code);
  return (
    <WideTable label={label}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr><th scope="col">{head}</th><th scope="col">{t('import.rejection.value')}</th><th scope="col">{t('import.rejection.reason')}</th><th scope="col">{t('import.rejection.remedy')}</th></tr>
        </thead>
        <tbody>
          {rows.map((row, at) => <tr key={at}><th scope="row" className="nowrap">{row.place}</th><td>{row.value}</td><td>{reason(row.reason)}</td><td>{row.remedy}</td></tr>)}
        </tbody>
      </table>
    </WideTable>
  );
}
