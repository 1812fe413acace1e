import { useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { locate, type LocateError } from '../../lib/locate';
import { RADII_KM } from '../../lib/search-state';
import { BusyButton } from '../../ui/busy-button';
import type { FilterProps } from './toolbar';

const FIRST_RADIUS = 5000;

/** 近く: from where one stands or from the middle of the map, within a radius. */
export function NearFilter({ state, update, center }: FilterProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<LocateError | null>(null);
  const [seeking, setSeeking] = useState(false);
  const { near, radius } = state;

  function from(at: { lat: number; lon: number }) {
    update({ near: at, radius: radius ?? FIRST_RADIUS, sort: 'distance', bbox: null, selected: null, map: null });
  }
  async function fromHere() {
    setSeeking(true);
    const result = await locate();
    setSeeking(false);
    setError(result.ok ? null : result.error);
    if (result.ok) from(result.at);
  }

  return (
    <div className="filter-body">
      <p className="small">{t('filter.near.text')}</p>
      <div className="row">
        <BusyButton className="button" onPress={() => void fromHere()} busy={seeking}>
          {seeking ? t('filter.near.seeking') : t('filter.near.here')}
        </BusyButton>
        <Button className="button" isDisabled={!center} onPress={() => center && from(center)}>
          {t('filter.near.map')}
        </Button>
      </div>
      {!center && <p className="small muted">{t('filter.near.map_hint')}</p>}
      {error && <p className="field-error" role="alert">{t(`locate.${error}`)}</p>}
      <RadioGroup
        className="radios" isDisabled={!near} value={radius === null ? '' : String(radius)}
        onChange={(value) => update({ radius: Number(value), selected: null, map: null })}
      >
        <Label>{t('filter.near.radius')}</Label>
        <div className="radio-row">
          {RADII_KM.map((km) => (
            <Radio key={km} className="radio" value={String(km * 1000)}>{km} km</Radio>
          ))}
        </div>
      </RadioGroup>
      {near && (
        <Button
          className="button small"
          onPress={() => update({ near: null, radius: null, sort: state.sort === 'distance' ? null : state.sort, selected: null, map: null })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
