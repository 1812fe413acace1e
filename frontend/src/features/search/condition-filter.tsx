import { useTranslation } from 'react-i18next';
import { DAYS, toggle } from '../../lib/search-state';
import { Check } from '../../ui/check';
import type { FilterProps } from './toolbar';

/** 曜日: open on Saturday, Sunday or holidays, as far as the official files state it. */
export function ConditionFilter({ state, update }: FilterProps) {
  const { t } = useTranslation();
  return (
    <div className="filter-body">
      <fieldset className="filter-group">
        <legend>{t('filter.condition.legend')}</legend>
        {DAYS.filter((day) => day !== 'weekday' || state.open.includes(day)).map((day) => (
          <Check
            key={day} checked={state.open.includes(day)}
            onChange={() => update({ open: toggle(state.open, day), selected: null })}
          >
            {t(`day.open.${day}`)}
          </Check>
        ))}
      </fieldset>
      <p className="small muted">{t('filter.condition.note')}</p>
    </div>
  );
}
