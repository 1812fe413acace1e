import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { importSurvey, type WaveImport } from '../../api/surveys';
import { FaultTable } from '../../ui/fault-table';
import { ErrorPanel } from '../../ui/states';

/** Takes in the folder of a wave that was exported here or elsewhere. */
export function Bring() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const bring = useMutation({ mutationFn: importSurvey, onSuccess: () => client.invalidateQueries({ queryKey: ['surveys'] }) });
  return (
    <details>
      <summary>{t('survey.bring')}</summary>
      <p className="small">{t('survey.bring_hint')}</p>
      <FileTrigger acceptedFileTypes={['.zip', 'application/zip']} onSelect={(list) => list?.[0] && bring.mutate(list[0])}>
        <Button className="button">{bring.isPending ? t('survey.bringing') : t('survey.bring_choose')}</Button>
      </FileTrigger>
      <div role="status">{bring.data && <Brought report={bring.data} />}</div>
      {bring.isError && <ErrorPanel error={bring.error} />}
    </details>
  );
}

function Brought({ report }: { report: WaveImport }) {
  const { t } = useTranslation();
  const { wave_number, sheets, reports, matched, rejected } = report;
  return (
    <>
      <p>{t('survey.brought', { wave: t('survey.wave_number', { number: wave_number }), sheets, reports })}</p>
      <p className="small">{t('wave.matched', { ambiguous: 0, unknown: 0, ...matched })}</p>
      {rejected.length > 0 && (
        <FaultTable
          label={t('wave.ties_rejected', { count: rejected.length })} head={t('wave.place_in_file')}
          rows={rejected.map((row) => ({ ...row, place: t('wave.line_column', { line: row.line, column: row.column }) }))}
        />
      )}
    </>
  );
}
