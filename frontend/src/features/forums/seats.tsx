import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HeldSeat, Seat } from '../../api/forums';
import { useSuggestions } from '../../api/use-suggestions';
import { OfficeFinder } from '../../ui/office-finder';
import { Terms } from '../../ui/terms';
import { BodyName } from './body-name';

interface Props {
  seats: HeldSeat[];
  own: boolean;
  may: boolean;
  busy: boolean;
  onSeat: (seat: string, office: string | null, name: string) => void;
}

/** Who should sit there: the vacant seats first, with offices of the area that could take them. */
export function Seats({ seats, own, may, busy, onSeat }: Props) {
  const { t } = useTranslation();
  const name = useSeatName();
  const sorted = [...seats].sort((a, b) => Number(a.held_by.length > 0) - Number(b.held_by.length > 0));
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">{t('forum.seats')}</h2>
      <p className="small muted"><Terms>{t(own ? 'forum.seats_own' : 'forum.seats_template')}</Terms></p>
      {seats.length === 0 && <p className="panel notice">{t('forum.no_seats')}</p>}
      <ul className="forum-seats">
        {sorted.map((held) => (
          <li key={held.seat.code} className={held.held_by.length === 0 ? 'vacant' : undefined}>
            <h3>{name(held.seat)}</h3>
            {held.held_by.length > 0
              ? <p>{held.held_by.join(t('list.separator'))}</p>
              : <p className="forum-vacant strong">{t('forum.is_vacant')}</p>}
            {held.held_by.length === 0 && <Could held={held} may={may} busy={busy} onSeat={onSeat} />}
            {may && <Add held={held} name={name(held.seat)} busy={busy} onSeat={onSeat} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Name of a seat in the language of the page; own seats may have a Japanese one only. */
export function useSeatName(): (seat: Seat) => string {
  const { i18n } = useTranslation();
  return (seat) => (i18n.language === 'en' && seat.en ? seat.en : seat.ja);
}

function Could({ held, may, busy, onSeat }: Pick<Props, 'may' | 'busy' | 'onSeat'> & { held: HeldSeat }) {
  const { t } = useTranslation();
  if (held.could === 0) return <p className="small">{t(held.seat.services.length > 0 ? 'forum.could_none' : 'forum.could_outside')}</p>;
  return (
    <div className="small">
      <p>{t('forum.could', { count: held.could })}</p>
      <ul className="forum-could">
        {held.suggestions.map(({ office, name }) => (
          <li key={office}>
            {may
              ? <Button className="chip" isDisabled={busy} aria-label={t('forum.seat_this', { name })} onPress={() => onSeat(held.seat.code, office, name)}>＋ {name}</Button>
              : <span>{name}</span>}
          </li>
        ))}
        {held.could > held.suggestions.length && <li className="muted">{t('forum.could_more', { count: held.could - held.suggestions.length })}</li>}
      </ul>
    </div>
  );
}

function Add({ held, name, busy, onSeat }: { held: HeldSeat; name: string; busy: boolean; onSeat: Props['onSeat'] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const found = useSuggestions(open ? text : '');
  const seat = (office: string | null, who: string) => {
    if (busy) return;
    setOpen(false);
    setText('');
    onSeat(held.seat.code, office, who);
  };
  if (!open) return <p><Button className="link small" aria-label={t('forum.add_to', { seat: name })} onPress={() => setOpen(true)}>{t('forum.add')}</Button></p>;
  return (
    <div className="forum-add">
      <OfficeFinder label={t('forum.find_office', { seat: name })} text={text} found={found} onText={setText} onPick={(office) => seat(office.id, office.name)} />
      <BodyName label={t('forum.body')} onAdd={(body) => seat(null, body)} />
      <Button className="link small" onPress={() => setOpen(false)}>{t('state.close')}</Button>
    </div>
  );
}
