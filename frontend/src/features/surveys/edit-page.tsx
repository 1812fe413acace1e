import './surveys.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeSurvey, surveysQuery, usualQuery, type Design, type Survey } from '../../api/surveys';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { DesignForm } from './design-form';

/** Changes a survey: its draft is made anew, waves that were opened stay. */
export function EditSurveyPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/surveys/$id/edit' });
  const surveys = useQuery(surveysQuery);
  useTitle(t('survey.change_title'), t('shell.name'));
  if (surveys.isPending) return <Loading />;
  const survey = surveys.data?.items.find((one) => one.id === id);
  return (
    <div className="page survey-make">
      <h1>{t('survey.change_title')}</h1>
      {surveys.isError && <ErrorPanel error={surveys.error} onRetry={() => void surveys.refetch()} />}
      {surveys.data && !survey && <p className="panel notice">{t('survey.unknown')}</p>}
      {survey && <Edit survey={survey} />}
    </div>
  );
}

function Edit({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const usual = useQuery(usualQuery(survey.design.area));
  const last = survey.waves.at(-1);
  const save = useMutation({
    mutationFn: (design: Design) => changeSurvey(survey.id, design),
    onSuccess: async () => {
      await Promise.all(['surveys', 'wave'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      await (last ? navigate({ to: '/waves/$id', params: { id: last.id } }) : navigate({ to: '/surveys' }));
    },
  });
  if (usual.isError) return <ErrorPanel error={usual.error} onRetry={() => void usual.refetch()} />;
  if (!usual.data) return <Loading />;
  const draft = survey.waves.some((wave) => wave.state === 'draft');
  return (
    <>
      <p className="panel notice">{t(draft ? 'survey.change_draft' : 'survey.change_later')}</p>
      <DesignForm
        start={survey.design} usual={usual.data} submit={t('survey.save')} busy={save.isPending} error={save.error}
        onSubmit={(design) => save.mutate(design)}
      />
    </>
  );
}
