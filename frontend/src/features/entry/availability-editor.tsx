import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Availability } from '../../api/entry';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';

const STATUS = ['accepting', 'consult', 'full'] as const;

/** Today in Japan. */
export const today = (now = new Date()) => new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);

interface Props {
  services: readonly string[];
  value: Availability[];
  onChange: (value: Availability[]) => void;
}

/** One tap a service; the day is that of the tap. */
export function AvailabilityEditor({ services, value, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const name = useId();
  const all = [...new Set([...services, ...value.map((one) => one.service)])];
  function set(service: string, status: string) {
    const others = value.filter((one) => one.service !== service);
    onChange(status ? [...others, { service, status, on: today(), note: null }] : others);
  }
  return (
    <section className="panel form" aria-labelledby="edit-availability">
      <h2 id="edit-availability">{t('entry.group.availability')}</h2>
      <p className="small muted">{t('entry.availability_hint')}</p>
      {all.map((service) => {
        const now = value.find((one) => one.service === service);
        return (
          <fieldset key={service} className="edit-fieldset">
            <legend>{serviceName(taxonomy, service, i18n.language, 'full')} {now && <span className="small muted">{t('entry.said_on', { date: now.on })}</span>}</legend>
            <div className="choice">
              {STATUS.map((status) => (
                <label key={status}>
                  <input type="radio" name={`${name}-${service}`} checked={now?.status === status} onChange={() => set(service, status)} />
                  {t(`availability.${status}`)}
                </label>
              ))}
              <label>
                <input type="radio" name={`${name}-${service}`} checked={!now} onChange={() => set(service, '')} />
                {t('availability.none')}
              </label>
            </div>
          </fieldset>
        );
      })}
    </section>
  );
}
