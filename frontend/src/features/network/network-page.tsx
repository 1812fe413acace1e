import './network.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ownAccountQuery, sessionQuery } from '../../api/accounts';
import { networkQuery } from '../../api/network';
import { officeQuery } from '../../api/queries';
import { useAreas, type AreaGroups } from '../../api/use-areas';
import { useTitle } from '../../lib/use-title';
import { AreaChoice } from '../../ui/area-choice';
import { ErrorPanel, Loading } from '../../ui/states';
import { fetchGraph } from './graph-view';
import { useNetworkState, type NetworkState, type Update } from './network-state';
import { Visitor } from './visitor';
import { Workplace } from './workplace';

/** つながり: who works with whom in an area, for its professionals. */
export function NetworkPage() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  useTitle(t('nav.network'), t('shell.name'));
  if (session.isPending) return <Loading />;
  const may = session.data?.may.includes('read_ties') ?? false;
  return may ? <Member /> : <Visitor signed={Boolean(session.data?.signed)} />;
}

/** Areas whose ties may be read: those of the own roles, else the municipality of the own office. */
function useReadable(): AreaGroups {
  const areas = useAreas('read_ties');
  const account = useQuery(ownAccountQuery);
  const mine = account.data?.grants.find(({ scope }) => scope === 'office')?.of;
  const asks = areas.own.length === 0 && mine !== undefined;
  const office = useQuery({ ...officeQuery(mine ?? ''), enabled: asks });
  const home = office.data?.municipality;
  if (!asks) return areas;
  return { ...areas, own: home ? [{ code: home.code, name: home.name }] : [], ready: areas.ready && !office.isPending };
}

function Member() {
  const { t } = useTranslation();
  const { state, update } = useNetworkState();
  const areas = useReadable();
  const area = state.area || (areas.own[0]?.code ?? '');
  const choice = (
    <AreaChoice
      label={t('network.area')} value={area} areas={areas}
      onChange={(code) => update({ area: code, wave: '', since: '', office: '', ego: null, from: '', to: '', places: [], types: [], lasso: [], gathered: [], cell: '' })}
    />
  );
  const draws = state.view === null || state.view === 'graph';
  useEffect(() => {
    if (draws) fetchGraph();
  }, [draws]);
  // An area in the address is asked for at once; the names to choose from may come later.
  if (state.area === '' && !areas.ready) return <Loading />;
  if (area !== '') return <Loaded state={{ ...state, area }} update={update} choice={choice} />;
  return (
    <div className="page narrow">
      <h1>{t('nav.network')}</h1>
      <p>{t('network.lead')}</p>
      {choice}
    </div>
  );
}

interface Props {
  state: NetworkState;
  update: Update;
  choice: ReactNode;
}

function Loaded({ state, update, choice }: Props) {
  const { t } = useTranslation();
  const { area, wave, since } = state;
  const network = useQuery(networkQuery({ area, ...(wave && { wave }), ...(since && { since }) }));
  if (network.data) return <Workplace view={network.data} state={state} update={update} choice={choice} busy={network.isPlaceholderData} />;
  return (
    <div className="page">
      <h1>{t('nav.network')}</h1>
      <div className="network-alone">{choice}</div>
      {network.isError ? <ErrorPanel error={network.error} onRetry={() => void network.refetch()} /> : <Loading label={t('network.loading')} />}
    </div>
  );
}
