import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { whatIfChoicesQuery, type WhatIfChoices } from '../../api/gaps';
import type { Update } from '../../lib/use-address-state';
import { Loading } from '../../ui/states';
import { Choose } from '../../ui/form';
import { Grouped, OfficeChoice } from './office-choice';
import { Guests } from './what-if-guests';
import type { WhatIfState } from './what-if-state';

interface Props {
  state: WhatIfState;
  update: Update<WhatIfState>;
}

/** The one question to fill in; the browser's own lists, so that a keyboard suffices. */
export function WhatIfForm({ state, update }: Props) {
  const { t } = useTranslation();
  const own = useQuery(whatIfChoicesQuery(state.area, state.service));
  const set = (patch: Partial<WhatIfState>) => update({ area: state.area, ...patch }, { replace: true });
  if (!own.data) return own.isError ? null : <Loading />;
  const { act } = state;
  return (
    <div className={act === 'tie' ? 'panel what-if-form what-if-meeting' : 'panel what-if-form'}>
      {act === 'place' && <Place state={state} choices={own.data} set={set} />}
      {act === 'close' && <OfficeChoice label={t('what_if.office')} value={state.office} choices={own.data} onChange={(office) => set({ office })} />}
      {act === 'new' && (
        <Choose
          label={t('what_if.count')} value={state.count} hint={t('what_if.count_hint')}
          options={['1', '2', '3', '4', '5'].map((count) => [count, t('what_if.places', { count: Number(count) })] as const)}
          onChange={(count) => set({ count })}
        />
      )}
      {act === 'tie' && <Guests choices={own.data} guests={state.guests} onChange={(guests) => set({ guests })} />}
    </div>
  );
}

interface PlaceProps {
  state: WhatIfState;
  choices: WhatIfChoices;
  set: (patch: Partial<WhatIfState>) => void;
}

function Place({ state, choices, set }: PlaceProps) {
  const { t } = useTranslation();
  const id = useId();
  const spot = ({ at }: WhatIfChoices['towns'][number]) => `${at.lat},${at.lon}`;
  const isTown = state.at === '' || choices.towns.some((town) => spot(town) === state.at);
  return (
    <>
      <Grouped label={t('what_if.town')} hint={choices.more_towns ? t('what_if.more_towns') : t('what_if.town_hint')} value={state.at} items={choices.towns} onChange={(at) => set({ at })} code={spot}>
        <option value="">{t('what_if.choose')}</option>
        {!isTown && <option value={state.at}>{t('what_if.on_map')}</option>}
      </Grouped>
      <div className="field">
        <label htmlFor={id}>{t('what_if.capacity')}</label>
        <input id={id} type="number" min={1} max={2000} inputMode="numeric" value={state.capacity} onChange={(event) => set({ capacity: event.target.value })} />
      </div>
    </>
  );
}
