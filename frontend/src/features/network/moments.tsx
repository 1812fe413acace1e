import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkView } from '../../api/network';
import { date } from '../../lib/format';
import { Choose } from '../../ui/form';
import type { NetworkState, Update } from './network-state';
import { useWords } from './words';

/** Which wave is shown, on a slider with today at its end, and which earlier one it is compared with. */
export function Moments({ view, state, update }: { view: NetworkView; state: NetworkState; update: Update }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const words = useWords(view);
  const { waves } = view;
  const at = state.wave === '' ? waves.length : waves.findIndex((wave) => wave.id === state.wave);
  const shown = waves[at];
  const said = shown ? words.wave(shown) : t('network.today', { date: date(view.on, i18n.language) });
  const earlier = waves.filter((_, place) => place < at);
  if (waves.length === 0) return <p className="network-moment small muted">{t('network.no_waves')}</p>;
  return (
    <>
      <div className="field network-moment">
        <label htmlFor={id}>{t('network.moment')}</label>
        <div className="network-slider">
          <input
            id={id} type="range" min={0} max={waves.length} step={1} value={at < 0 ? waves.length : at} aria-valuetext={said}
            onChange={(event) => {
              const place = Number(event.target.value);
              const still = waves.findIndex((wave) => wave.id === state.since) < place;
              update({ wave: waves[place]?.id ?? '', since: still ? state.since : '' });
            }}
          />
          <output htmlFor={id}>{said}</output>
        </div>
      </div>
      {earlier.length > 0 && (
        <Choose
          label={t('network.since')} value={state.since} none={t('network.since_none')} onChange={(since) => update({ since })}
          options={earlier.map((wave) => [wave.id, words.wave(wave)] as const)}
        />
      )}
    </>
  );
}
