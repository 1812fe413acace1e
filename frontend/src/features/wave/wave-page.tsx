import './wave-page.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sheetsQuery, waveQuery } from '../../api/surveys';
import { date } from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { WaveState } from '../../ui/wave-state';
import { Exports } from './exports';
import { NextStep } from './next-step';
import { Progress } from './progress';
import { Sheets } from './sheets';
import { UnlistedAgencies } from './unlisted';
import { Uploads } from './uploads';

/** One wave: where it stands, what comes next, who is missing, files in and out. */
export function WavePage() {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: '/waves/$id' });
  const client = useQueryClient();
  const wave = useQuery(waveQuery(id));
  const sheets = useQuery(sheetsQuery(id));
  const data = wave.data;
  useTitle(data ? `${data.design.title} ${t('survey.wave_number', { number: data.wave.number })}` : '', t('shell.name'));
  const refresh = () => Promise.all([['wave', id], ['surveys']].map((queryKey) => client.invalidateQueries({ queryKey })));
  if (wave.isPending) return <Loading />;
  if (!data) return <div className="page"><ErrorPanel error={wave.error} onRetry={() => void wave.refetch()} /></div>;
  const { state, number, opens_on, closes_on } = data.wave;
  return (
    <div className="page wave-page">
      <p className="wave-up small"><Link to="/surveys">{t('survey.title')}</Link></p>
      <h1>{t('wave.heading', { title: data.design.title, wave: t('survey.wave_number', { number }) })}</h1>
      <p className="wave-line">
        <WaveState state={state} />
        <span>{data.area_name}</span>
        <span className="nowrap">{t('survey.period_of', { from: date(opens_on, i18n.language), to: date(closes_on, i18n.language) })}</span>
        <Link to="/surveys/$id/edit" params={{ id: data.survey }}>{t('survey.change')}</Link>
      </p>
      <NextStep id={id} wave={data} onChanged={refresh} />
      {state !== 'draft' && <Progress wave={data} at={wave.dataUpdatedAt} />}
      {sheets.isPending && <Loading />}
      {sheets.isError && <ErrorPanel error={sheets.error} onRetry={() => void sheets.refetch()} />}
      {sheets.data && <Sheets id={id} state={state} sheets={sheets.data.items} onChanged={refresh} />}
      {data.unlisted.length > 0 && <UnlistedAgencies id={id} agencies={data.unlisted} onChanged={refresh} />}
      {state !== 'draft' && <Uploads id={id} onChanged={refresh} />}
      <Exports id={id} />
    </div>
  );
}
