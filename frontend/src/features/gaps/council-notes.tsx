import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeGapNote, writeGapNote, type GapNote, type GapNoteChange } from '../../api/gaps';
import { date, dateTime } from '../../lib/format';
import { BusyButton } from '../../ui/busy-button';
import { TextInput } from '../../ui/form';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';

interface Props {
  area: string;
  column: string;
  notes: GapNote[];
  mayWrite: boolean;
}

/** What the council noted and decided on a field, and a form to add to it. */
export function CouncilNotes({ area, column, notes, mayWrite }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="council-notes">
      <h3 id="council-notes">{t('council.notes.title')}</h3>
      {notes.length === 0 && <p className="small muted">{t('council.notes.none')}</p>}
      <ul className="plain council-notes">{notes.map((note) => <li key={note.id}><Note note={note} /></li>)}</ul>
      {mayWrite && <NewNote area={area} column={column} />}
    </section>
  );
}

function useSaved() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['gaps'] });
}

function NewNote({ area, column }: { area: string; column: string }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState('note');
  const saved = useSaved();
  const save = useMutation({
    mutationFn: ({ text, until }: Words) => writeGapNote({ area, column, kind, text, until: until || null }),
    onSuccess: saved,
  });
  return (
    <>
      <fieldset className="council-kinds">
        <legend className="strong small">{t('council.notes.add')}</legend>
        {['note', 'decision'].map((one) => (
          <label key={one}><input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} /> {t(`council.notes.kind.${one}`)}</label>
        ))}
      </fieldset>
      <Form key={save.data?.id ?? 'new'} label={t(`council.notes.text.${kind}`)} button={t('council.notes.keep')} busy={save.isPending} onSave={(words) => save.mutate(words)} />
      {save.isError && <ErrorPanel error={save.error} />}
    </>
  );
}

interface Words {
  text: string;
  until: string;
}

interface FormProps {
  label: string;
  button: string;
  busy: boolean;
  first?: Words;
  /** Whether a day belongs to it, and words must. */
  full?: boolean;
  onSave: (words: Words) => void;
}

function Form({ label, button, busy, first = { text: '', until: '' }, full = true, onSave }: FormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(first);
  return (
    <form className="form council-form" onSubmit={(event) => { event.preventDefault(); if (!busy) onSave(words); }}>
      <TextInput label={label} hint={t('council.notes.hint')} lines={3} most={2000} required={full} value={words.text} onChange={(text) => setWords({ ...words, text })} />
      {full && <TextInput label={t('council.notes.until')} type="date" value={words.until} onChange={(until) => setWords({ ...words, until })} />}
      <BusyButton className="button primary small" type="submit" busy={busy}>{button}</BusyButton>
    </form>
  );
}

/** A note with its day, its state and everything that became of it. */
function Note({ note }: { note: GapNote }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const [open, setOpen] = useState<GapNoteChange['action'] | null>(null);
  const saved = useSaved();
  const change = useMutation({
    mutationFn: ({ action, text, until }: Words & { action: string }) =>
      changeGapNote(note.id, { action, text, until: until || null, seen: note.steps.length }),
    onSuccess: () => { setOpen(null); return saved(); },
  });
  const isOpen = note.state === 'open';
  const until = note.until ?? '';
  const actions = isOpen ? ['resolved', 'changed'] : ['reopened'];
  return (
    <article className={`council-note ${note.state}`}>
      <p className="small">
        <span className="pill">{t(`council.notes.kind.${note.kind}`)}</span>{' '}
        {note.overdue ? <strong className="council-late">{t('council.notes.late')}</strong> : <span>{t(`council.notes.state.${note.state}`)}</span>}
        {until && <> {t('council.notes.until_day', { day: date(until, lang) })}</>}
      </p>
      <p className="council-text"><Terms>{note.text}</Terms></p>
      <details className="small" open={note.steps.length > 1 && isOpen}>
        <summary>{t('council.notes.steps', { count: note.steps.length })}</summary>
        <ol>
          {note.steps.map((step) => (
            <li key={`${step.at} ${step.action}`}>
              {t(`council.notes.step.${step.action}`, { by: step.by || t('council.notes.somebody'), at: dateTime(step.at, lang) })}
              {step.text && <span className="muted"> <Terms>{step.text}</Terms></span>}
            </li>
          ))}
        </ol>
      </details>
      {note.may_write && (
        <p className="row">
          {actions.map((action) => <button key={action} type="button" className="button small" aria-expanded={open === action} onClick={() => setOpen(open === action ? null : action)}>{t(`council.notes.action.${action}`)}</button>)}
        </p>
      )}
      {open && (
        <Form
          key={open} label={t(`council.notes.words.${open}`)} button={t(`council.notes.action.${open}`)} busy={change.isPending} full={open === 'changed'}
          first={{ text: open === 'changed' ? note.text : '', until: open === 'resolved' ? '' : until }}
          onSave={(words) => change.mutate({ ...words, action: open })}
        />
      )}
      {change.isError && <ErrorPanel error={change.error} />}
    </article>
  );
}
