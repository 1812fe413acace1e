import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { inputOf, templatesQuery, type Forum, type ForumInput, type Member, type Seat } from '../../api/forums';
import { BusyButton } from '../../ui/busy-button';
import { Choose, TextInput } from '../../ui/form';
import { SeatEditor } from './seat-editor';
import { useSeatName } from './seats';

interface Props {
  forum: Forum;
  busy: boolean;
  onSave: (input: ForumInput) => void;
  onCancel: () => void;
}

/** Everything of a forum that is written: name, kind, days, dates of members, own seats, note. */
export function ForumForm({ forum, busy, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const templates = useQuery(templatesQuery);
  const [input, setInput] = useState(() => inputOf(forum));
  const set = (change: Partial<ForumInput>) => setInput((old) => ({ ...old, ...change }));
  const kinds = [...(templates.data ?? []).map((one) => one.kind), 'other'];
  const template = templates.data?.find((one) => one.kind === input.kind)?.seats ?? [];
  const own = input.seats ?? [];
  const days = input.meetings ?? [];
  return (
    <form
      className="panel forum-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave({ ...input, meetings: days.filter(Boolean), seats: own.filter((seat) => seat.ja.trim() !== '') });
      }}
    >
      <div className="forum-new">
        <TextInput label={t('forum.field.name')} value={input.name} most={80} required onChange={(name) => set({ name })} />
        <Choose label={t('forum.field.kind')} value={input.kind} options={kinds.map((code) => [code, t(`forum.kind.${code}`)])} onChange={(kind) => set({ kind })} />
      </div>
      <fieldset>
        <legend>{t('forum.meetings')}</legend>
        <div className="row">
          {days.map((day, at) => (
            <span key={at} className="forum-day">
              <input type="date" value={day} aria-label={t('forum.meeting_day', { number: at + 1 })} onChange={(event) => set({ meetings: days.map((old, other) => (other === at ? event.target.value : old)) })} />
              <Button className="link small" aria-label={t('forum.drop_day', { number: at + 1 })} onPress={() => set({ meetings: days.filter((_, other) => other !== at) })}>{t('forum.drop')}</Button>
            </span>
          ))}
          <Button className="button small" onPress={() => set({ meetings: [...days, ''] })}>{t('forum.add_day')}</Button>
        </div>
      </fieldset>
      <MemberDates forum={forum} members={input.members ?? []} seats={own.length > 0 ? own : template} onChange={(members) => set({ members })} />
      <SeatEditor seats={own} template={template} onChange={(seats) => set({ seats })} />
      <TextInput label={t('forum.field.note')} hint={t('forum.field.note_hint')} lines={3} most={2000} value={input.note ?? ''} onChange={(note) => set({ note })} />
      <div className="row">
        <BusyButton type="submit" className="button primary" busy={busy}>{t('forum.save')}</BusyButton>
        <Button className="button" onPress={onCancel}>{t('state.cancel')}</Button>
      </div>
    </form>
  );
}

interface DatesProps {
  forum: Forum;
  members: Member[];
  seats: Seat[];
  onChange: (members: Member[]) => void;
}

function MemberDates({ forum, members, seats, onChange }: DatesProps) {
  const { t } = useTranslation();
  const seatName = useSeatName();
  if (members.length === 0) return null;
  const put = (at: number, change: Partial<Member>) => onChange(members.map((old, other) => (other === at ? { ...old, ...change } : old)));
  const name = (member: Member) => forum.members.find((one) => member.office && one.office === member.office)?.name ?? member.name ?? '';
  return (
    <fieldset>
      <legend>{t('forum.members', { count: members.length })}</legend>
      <ul className="forum-dates">
        {members.map((member, at) => {
          const who = name(member);
          return (
            <li key={`${member.office ?? member.name ?? ''}${at}`}>
              <span className="strong">{who}</span>
              <select aria-label={t('forum.seat_of', { name: who })} value={member.seat} onChange={(event) => put(at, { seat: event.target.value })}>
                {seats.every((seat) => seat.code !== member.seat) && <option value={member.seat}>{t('forum.seat_gone')}</option>}
                {seats.map((seat) => <option key={seat.code} value={seat.code}>{seatName(seat)}</option>)}
              </select>
              <input type="date" aria-label={t('forum.since_of', { name: who })} value={member.since ?? ''} onChange={(event) => put(at, { since: event.target.value || null })} />
              <span aria-hidden="true">～</span>
              <input type="date" aria-label={t('forum.until_of', { name: who })} value={member.until ?? ''} onChange={(event) => put(at, { until: event.target.value || null })} />
              <Button className="link small" aria-label={t('forum.drop_of', { name: who })} onPress={() => onChange(members.filter((_, other) => other !== at))}>{t('forum.drop')}</Button>
            </li>
          );
        })}
      </ul>
      <p className="small muted">{t('forum.dates_hint')}</p>
    </fieldset>
  );
}
