import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setValue } from '../../api/entry';
import { officeQuery } from '../../api/queries';
import type { OfficeDetail } from '../../api/types';
import { BusyButton } from '../../ui/busy-button';
import { Choose, TextInput } from '../../ui/form';
import { ErrorPanel } from '../../ui/states';

const ORDINARY = ['phone', 'fax', 'url', 'email'] as const;
const OFFICIAL = ['name', 'kana', 'postal_code', 'address', 'building'] as const;
type Field = (typeof ORDINARY)[number] | (typeof OFFICIAL)[number];

const seen = (office: OfficeDetail, field: Field): string => office[field] ?? '';

/** Telephone and the like at once; name and address by a steward, or as a suggestion to one. */
export function ValuesEditor({ office, official }: { office: OfficeDetail; official: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [field, setField] = useState<Field>('phone');
  const [value, setText] = useState(seen(office, 'phone'));
  const [note, setNote] = useState('');
  const send = useMutation({
    mutationFn: () => setValue(office.id, { field, value, seen: seen(office, field), note: note || null }),
    onSuccess: () => client.invalidateQueries({ queryKey: officeQuery(office.id).queryKey }),
  });
  const waits = !official && (OFFICIAL as readonly string[]).includes(field);
  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate();
  }
  return (
    <form className="panel form" aria-labelledby="edit-values" onSubmit={submit}>
      <h2 id="edit-values">{t('entry.values')}</h2>
      <Choose
        label={t('suggest.what')} value={field} options={[...ORDINARY, ...OFFICIAL].map((code) => [code, t(`suggest.field.${code}`)])}
        onChange={(code) => {
          setField(code as Field);
          setText(seen(office, code as Field));
          send.reset();
        }}
      />
      <TextInput label={t('suggest.value')} value={value} onChange={setText} most={300} />
      <TextInput label={t('entry.why')} value={note} onChange={setNote} most={500} />
      {waits && <p className="small">{t('entry.official_hint')}</p>}
      <BusyButton type="submit" className="button" busy={send.isPending}>{t(waits ? 'suggest.send' : 'entry.save_value')}</BusyButton>
      {send.data && <p role="status" className="panel notice">{t(send.data.state === 'waiting' ? 'suggest.sent' : 'entry.saved')}</p>}
      {send.isError && <ErrorPanel error={send.error} />}
    </form>
  );
}
