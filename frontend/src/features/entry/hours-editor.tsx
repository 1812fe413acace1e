import { useTranslation } from 'react-i18next';
import type { HoursBody } from '../../api/entry';
import { Check } from '../../ui/check';
import { TextInput } from '../../ui/form';

const DAYS = ['weekday', 'saturday', 'sunday', 'holiday'] as const;
const NOTHING: HoursBody = { weekday: null, saturday: null, sunday: null, holiday: null, closed: null, remarks: null };

/** Days and hours in place of those the official files state. */
export function HoursEditor({ value, onChange }: { value: HoursBody | null; onChange: (value: HoursBody | null) => void }) {
  const { t } = useTranslation();
  return (
    <section className="panel form" aria-labelledby="edit-hours">
      <h2 id="edit-hours">{t('entry.group.hours')}</h2>
      <Check checked={value !== null} onChange={(own) => onChange(own ? { ...NOTHING, weekday: '09:00-17:00' } : null)}>{t('entry.own_hours')}</Check>
      {value && DAYS.map((day) => (
        <div key={day} className="edit-two">
          <Check checked={value[day] !== null && value[day] !== undefined} onChange={(on) => onChange({ ...value, [day]: on ? '' : null })}>
            {t(`day.open.${day}`)}
          </Check>
          {value[day] !== null && value[day] !== undefined && (
            <TextInput label={t('entry.hours_of', { day: t(`day.name.${day}`) })} value={value[day] ?? ''} most={40} onChange={(text) => onChange({ ...value, [day]: text })} />
          )}
        </div>
      ))}
      {value && <TextInput label={t('entry.closed_days')} value={value.closed ?? ''} most={100} onChange={(closed) => onChange({ ...value, closed })} />}
    </section>
  );
}
