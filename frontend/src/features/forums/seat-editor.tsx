import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../api/forums';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';

/** A code no seat of the forum has yet. */
function fresh(seats: readonly Seat[]): string {
  let number = seats.length + 1;
  while (seats.some((seat) => seat.code === `own_${number}`)) number += 1;
  return `own_${number}`;
}

/** Seats of the template as they are, or own ones, begun from it. */
export function SeatEditor({ seats, template, onChange }: { seats: Seat[]; template: Seat[]; onChange: (seats: Seat[]) => void }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const put = (at: number, change: Partial<Seat>) => onChange(seats.map((old, other) => (other === at ? { ...old, ...change } : old)));
  const name = (code: string) => serviceName(taxonomy, code, i18n.language);
  return (
    <fieldset>
      <legend>{t('forum.seats')}</legend>
      <p className="small muted">{t(seats.length > 0 ? 'forum.seats_own' : 'forum.seats_template')}</p>
      {seats.length === 0 && template.length > 0 && <Button className="button small" onPress={() => onChange(template)}>{t('forum.own_seats')}</Button>}
      <ul className="forum-own">
        {seats.map((seat, at) => (
          <li key={seat.code}>
            <input type="text" required maxLength={80} value={seat.ja} aria-label={t('forum.seat_name', { number: at + 1 })} onChange={(event) => put(at, { ja: event.target.value })} />
            <span className="chips">
              {seat.services.map((code) => (
                <Button key={code} className="chip" aria-label={t('forum.drop_service', { service: name(code), seat: seat.ja })} onPress={() => put(at, { services: seat.services.filter((one) => one !== code) })}>{name(code)} ×</Button>
              ))}
              <select aria-label={t('forum.add_service_to', { seat: seat.ja })} value="" onChange={(event) => put(at, { services: [...seat.services, event.target.value] })}>
                <option value="">{t('forum.add_service')}</option>
                {taxonomy.services.filter(({ code }) => !seat.services.includes(code)).map(({ code }) => <option key={code} value={code}>{name(code)}</option>)}
              </select>
            </span>
            <Button className="link small" aria-label={t('forum.drop_of', { name: seat.ja })} onPress={() => onChange(seats.filter((_, other) => other !== at))}>{t('forum.drop')}</Button>
          </li>
        ))}
      </ul>
      {(seats.length > 0 || template.length === 0) && (
        <span className="row">
          <Button className="button small" onPress={() => onChange([...seats, { code: fresh(seats), ja: '', en: '', services: [] }])}>{t('forum.add_seat')}</Button>
          {template.length > 0 && <Button className="link small" onPress={() => onChange([])}>{t('forum.template_again')}</Button>}
        </span>
      )}
    </fieldset>
  );
}
