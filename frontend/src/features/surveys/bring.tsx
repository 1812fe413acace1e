import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { importSurvey } from '../../api/surveys';
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
      <p role="status">{bring.data && t('survey.brought', { title: bring.data.design.title })}</p>
      {bring.isError && <ErrorPanel error={bring.error} />}
    </details>
  );
}
