import './surveys.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { createSurvey, usualQuery, type Design, type Period } from '../../api/surveys';
import { useAreas } from '../../api/use-areas';
import { dayAfter } from '../../lib/dates';
import { useTitle } from '../../lib/use-title';
import { AreaChoice } from '../../ui/area-choice';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { DesignForm } from './design-form';

/** Three weeks: long enough for a FAX to come back, short enough not to be put aside. */
const DAYS = 21;

/** 調査をつくる: the area first, everything else filled in as usual. */
export function NewSurveyPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/surveys/new' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const areas = useAreas('keep_surveys');
  useTitle(t('survey.make'), t('shell.name'));
  const area = search.area ?? areas.own[0]?.code ?? '';
  const usual = useQuery(usualQuery(area));
  const [period, setPeriod] = useState<Period>(() => ({ opens_on: dayAfter(new Date(), 0), closes_on: dayAfter(new Date(), DAYS) }));
  const create = useMutation({
    mutationFn: (design: Design) => createSurvey(design, period),
    onSuccess: async (survey) => {
      await client.invalidateQueries({ queryKey: ['surveys'] });
      const wave = survey.waves.at(-1);
      if (wave) await navigate({ to: '/waves/$id', params: { id: wave.id } });
    },
  });
  if (!areas.ready || !session.data) return <Loading />;
  if (!session.data.may.includes('keep_surveys')) return <div className="page"><p className="panel notice">{t('survey.not_yours')}</p></div>;
  return (
    <div className="page survey-make">
      <h1>{t('survey.make')}</h1>
      <p><Terms>{t('survey.make_lead')}</Terms></p>
      <div className="survey-area">
        <AreaChoice
          label={t('survey.field.area')} value={area} areas={areas}
          onChange={(code) => void navigate({ to: '/surveys/new', search: { area: code }, replace: true })}
        />
      </div>
      {usual.isError && <ErrorPanel error={usual.error} onRetry={() => void usual.refetch()} />}
      {usual.isFetching && <Loading />}
      {usual.data && (
        <DesignForm
          key={area} start={usual.data} usual={usual.data} period={period} onPeriod={setPeriod}
          submit={t('survey.create')} busy={create.isPending} error={create.error} onSubmit={(design) => create.mutate(design)}
        />
      )}
    </div>
  );
}
