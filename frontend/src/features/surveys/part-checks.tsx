import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { partsQuery } from '../../api/queries';
import type { Selection } from '../../api/surveys';
import { toggle } from '../../lib/search-state';
import { Check } from '../../ui/check';

/** Parts of the survey's area; all of it when none is chosen. */
export function PartChecks({ area, label, value, onChange }: { area: string; label: string; value: Selection; onChange: (value: Selection) => void }) {
  const { t } = useTranslation();
  const parts = useQuery(partsQuery(area));
  const items = parts.data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <details>
      <summary className="small">{value.areas.length > 0 ? t('survey.parts_chosen', { count: value.areas.length }) : t('survey.parts')}</summary>
      <div className="survey-groups" role="group" aria-label={label}>
        {items.map(({ code, name }) => (
          <Check key={code} checked={value.areas.includes(code)} onChange={() => onChange({ ...value, areas: toggle(value.areas, code) })}>{name}</Check>
        ))}
      </div>
    </details>
  );
}
