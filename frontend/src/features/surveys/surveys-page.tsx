import './surveys.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { surveysQuery, type Survey, type WaveSummary } from '../../api/surveys';
import { date } from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { WaveState } from '../../ui/wave-state';
import { WideTable } from '../../ui/wide-table';
import { Terms } from '../../ui/terms';
import { Bring } from './bring';

/** ☆調査: what was asked, and how far each wave has come. */
export function SurveysPage() {
  const { t } = useTranslation();
  const surveys = useQuery(surveysQuery);
  useTitle(t('survey.title'), t('shell.name'));
  return (
    <div className="page">
      <div className="survey-head">
        <h1>{t('survey.title')}</h1>
        {surveys.data && <Link className="button primary" to="/surveys/new">{t('survey.make')}</Link>}
      </div>
      <p><Terms>{t('survey.lead')}</Terms></p>
      {surveys.isPending && <Loading />}
      {surveys.isError && <ErrorPanel error={surveys.error} onRetry={() => void surveys.refetch()} />}
      {surveys.data?.items.length === 0 && <p className="panel notice">{t('survey.none')}</p>}
      {surveys.data?.items.map((survey) => <One key={survey.id} survey={survey} />)}
      {surveys.data && <Bring />}
    </div>
  );
}

function One({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const label = `survey-${survey.id}`;
  return (
    <section className="panel" aria-labelledby={label}>
      <div className="survey-head">
        <h2 id={label}>{survey.design.title}</h2>
        <Link className="button small" to="/surveys/$id/edit" params={{ id: survey.id }}>{t('survey.change')}</Link>
      </div>
      <p className="small muted">{t('survey.area_of', { name: survey.area_name })}</p>
      <WideTable labelledBy={label}>
        <table className="survey-waves">
          <thead>
            <tr>
              <th scope="col">{t('survey.wave')}</th>
              <th scope="col">{t('survey.state')}</th>
              <th scope="col">{t('survey.period')}</th>
              <th scope="col">{t('survey.answered')}</th>
              <th scope="col" className="right">{t('survey.rate')}</th>
            </tr>
          </thead>
          <tbody>{[...survey.waves].reverse().map((wave) => <WaveRow key={wave.id} wave={wave} />)}</tbody>
        </table>
      </WideTable>
    </section>
  );
}

function WaveRow({ wave }: { wave: WaveSummary }) {
  const { t, i18n } = useTranslation();
  const rate = wave.sheets > 0 ? wave.finished / wave.sheets : null;
  return (
    <tr>
      <th scope="row"><Link className="strong" to="/waves/$id" params={{ id: wave.id }}>{t('survey.wave_number', { number: wave.number })}</Link></th>
      <td><WaveState state={wave.state} /></td>
      <td className="nowrap">{t('survey.period_of', { from: date(wave.opens_on, i18n.language), to: date(wave.closes_on, i18n.language) })}</td>
      <td className="nowrap">{t('survey.answered_of', { finished: wave.finished, sheets: wave.sheets })}</td>
      <td className="right number">{rate === null ? '–' : t('survey.percent', { value: (rate * 100).toFixed(1) })}</td>
    </tr>
  );
}
