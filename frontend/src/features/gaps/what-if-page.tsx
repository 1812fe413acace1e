import './gaps.css';
import './council.css';
import './what-if.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { bestPlacesQuery, tieWhatIfQuery, whatIfQuery } from '../../api/gaps';
import { coverageMeasuresQuery } from '../../api/queries';
import { useAreas } from '../../api/use-areas';
import { useTaxonomy } from '../../lib/taxonomy';
import { useAddressState, type Update } from '../../lib/use-address-state';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { GapsTabs } from './gaps-tabs';
import { Area, Service } from './pickers';
import { WhatIfForm } from './what-if-form';
import { WhatIfMap } from './what-if-map';
import { Places } from './what-if-places';
import { ACTS, changeOf, parseWhatIf, tieChangeOf, whatIfParams, type WhatIfState } from './what-if-state';
import { BeforeAfter, Reckoned } from './what-if-table';
import { TiesBeforeAfter } from './what-if-ties';

/** もしも: what would change if an office were put, closed or tied; nothing is stored. */
export function WhatIfPage() {
  const { t } = useTranslation();
  const { state: given, update } = useAddressState('/gaps/what-if', parseWhatIf, whatIfParams);
  const { systems } = useTaxonomy();
  const session = useQuery(sessionQuery);
  const measures = useQuery(coverageMeasuresQuery);
  const areas = useAreas();
  const may = session.data?.may.includes('read_gaps') ?? false;
  const state = { ...given, area: given.area || (areas.own[0]?.code ?? '') };
  useTitle(t('what_if.title'), t('nav.gaps'));
  if (!areas.ready || (!measures.data && !measures.isError)) return <Loading label={t('gaps.computing')} />;
  const clear = { at: '', office: '', guests: [] };
  return (
    <div className="page gaps what-if">
      <h1>{t('what_if.title')}</h1>
      <GapsTabs area={state.area} />
      <p className="gaps-lead"><Terms>{t('what_if.lead')}</Terms></p>
      {measures.isError && <ErrorPanel error={measures.error} onRetry={() => void measures.refetch()} />}
      {measures.data && (
        <div className="what-if-pickers" role="group" aria-label={t('gaps.pickers')}>
          <Area value={state.area} none={t('what_if.choose_area')} onChange={(area) => update({ area, ...clear })} />
          <Service systems={systems} measures={measures.data} value={state.service} onChange={(service) => update({ area: state.area, service, office: '' })} />
        </div>
      )}
      <Acts state={state} may={may} update={update} />
      {measures.data && (state.area === ''
        ? <p className="panel notice">{t('what_if.no_area')}</p>
        : <Reckoning state={state} update={update} may={may} />)}
    </div>
  );
}

interface ActsProps {
  state: WhatIfState;
  may: boolean;
  update: Update<WhatIfState>;
}

/** What to try. */
function Acts({ state, may, update }: ActsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="what-if-acts">
      <legend>{t('what_if.acts')}</legend>
      {ACTS.filter((act) => act !== 'tie' || may).map((act) => (
        <label key={act}>
          <input type="radio" name="act" checked={state.act === act} onChange={() => update({ area: state.area, act })} /> {t(`what_if.act.${act}`)}
        </label>
      ))}
    </fieldset>
  );
}

const NOWHERE = { area: '', service: '' };

function Reckoning({ state, update, may }: ActsProps) {
  const { t } = useTranslation();
  const change = changeOf(state);
  const ties = may ? tieChangeOf(state) : null;
  const isNew = state.act === 'new';
  const supply = useQuery(whatIfQuery(change ?? (state.act === 'tie' || isNew ? NOWHERE : { area: state.area, service: state.service })));
  const places = useQuery(bestPlacesQuery({ area: isNew ? state.area : '', service: state.service, count: Number(state.count) }));
  const tied = useQuery(tieWhatIfQuery(ties ?? { area: '' }));
  const asked = [supply, places, tied].filter((one) => one.fetchStatus !== 'idle' || one.data !== undefined || one.isError);
  const failed = asked.find((one) => one.isError && (one !== tied || state.act === 'tie'));
  const basis = supply.data?.basis ?? places.data?.basis;
  return (
    <>
      <div className="what-if-main">
        <WhatIfForm state={state} update={update} />
        {state.act !== 'tie' && <WhatIfMap state={state} update={update} supply={isNew ? undefined : supply.data} places={isNew ? places.data : undefined} />}
      </div>
      <div aria-live="polite">
        {failed && <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />}
        {!failed && asked.some((one) => one.isFetching) && <Loading label={t('what_if.reckoning')} />}
        {!isNew && !failed && supply.data && <BeforeAfter answer={supply.data} state={state} isAsked={change !== null} />}
        {isNew && places.data && <Places found={places.data} onTry={(at) => update({ area: state.area, act: 'place', at })} />}
        {ties && tied.data && <TiesBeforeAfter answer={tied.data} />}
      </div>
      {basis && <Reckoned basis={basis} />}
    </>
  );
}
