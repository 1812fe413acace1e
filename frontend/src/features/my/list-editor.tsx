import { useState } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ListDetail } from '../../api/my';
import { BusyButton } from '../../ui/busy-button';

interface Props {
  list: ListDetail;
  busy: boolean;
  onSave: (next: { name: string; note: string; entries: { office: string; note: string }[] }) => void;
}

/** Name, note, order and notes of a list; nothing is stored before it is saved. */
export function ListEditor({ list, busy, onSave }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(list.name);
  const [note, setNote] = useState(list.note);
  const [entries, setEntries] = useState(list.entries);
  const [said, setSaid] = useState('');

  function move(from: number, step: number) {
    const next = [...entries];
    const [entry] = next.splice(from, 1);
    if (!entry) return;
    next.splice(from + step, 0, entry);
    setEntries(next);
    setSaid(t('my.moved', { name: entry.office.name, place: from + step + 1 }));
  }

  return (
    <form
      className="panel list-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ name, note, entries: entries.map((entry) => ({ office: entry.office.id, note: entry.note })) });
      }}
    >
      <p className="panel notice">{t('my.no_client')}</p>
      <TextField className="field" value={name} onChange={setName} isRequired maxLength={100}><Label>{t('my.name')}</Label><Input /></TextField>
      <TextField className="field" value={note} onChange={setNote} maxLength={1000}><Label>{t('my.list_note')}</Label><TextArea rows={2} /></TextField>
      <ol className="list-entries">
        {entries.map((entry, index) => (
          <li key={entry.office.id}>
            <span className="strong">{entry.office.name}</span>
            <TextField
              className="field" value={entry.note} maxLength={1000}
              onChange={(text) => setEntries(entries.map((one, at) => (at === index ? { ...one, note: text } : one)))}
            >
              <Label>{t('my.note_of', { name: entry.office.name })}</Label>
              <Input />
            </TextField>
            <span className="row">
              <Button className="button small" isDisabled={index === 0} aria-label={t('my.up_of', { name: entry.office.name })} onPress={() => move(index, -1)}>{t('my.up')}</Button>
              <Button className="button small" isDisabled={index === entries.length - 1} aria-label={t('my.down_of', { name: entry.office.name })} onPress={() => move(index, 1)}>{t('my.down')}</Button>
              <Button className="button small" aria-label={t('my.remove_of', { name: entry.office.name })} onPress={() => setEntries(entries.filter((one) => one !== entry))}>{t('my.remove')}</Button>
            </span>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">{said}</p>
      <BusyButton type="submit" className="button primary" busy={busy}>{t('my.save')}</BusyButton>
    </form>
  );
}
