import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { count } from '../../lib/format';
import { toggle } from '../../lib/search-state';
import { SYSTEMS } from '../../lib/systems';
import { SystemMark } from '../../ui/system-mark';
import type { FilterProps } from './toolbar';

/** 制度 as chips that are the map's legend too, and the two marks of offices standing in both worlds. */
export function SystemFilter({ state, update, facets }: FilterProps) {
  const { t, i18n } = useTranslation();
  const number = (value: number | undefined) =>
    value === undefined ? null : <span className="chip-count">{count(value, i18n.language)}</span>;
  return (
    <div className="chips" role="group" aria-label={t('filter.system.label')}>
      {SYSTEMS.map((code) => (
        <ToggleButton
          key={code} className="chip" isSelected={state.system.includes(code)}
          onChange={() => update({ system: toggle(state.system, code), selected: null })}
        >
          <SystemMark group={code} size={20} />
          {t(`system.short.${code}`)}
          {number(facets?.systems.find((system) => system.code === code)?.count)}
        </ToggleButton>
      ))}
      <span className="chips-line" aria-hidden="true" />
      <ToggleButton className="chip" isSelected={state.both} onChange={(both) => update({ both, selected: null })}>
        <SystemMark group="both" size={20} />
        {t('filter.both')}
        {number(facets?.both_systems)}
      </ToggleButton>
      <ToggleButton className="chip" isSelected={state.kyosei} onChange={(kyosei) => update({ kyosei, selected: null })}>
        {t('filter.kyosei')}
        {number(facets?.kyosei)}
      </ToggleButton>
    </div>
  );
}
