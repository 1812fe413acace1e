import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { suggest } from '../../api/entry';
import type { OfficeDetail } from '../../api/types';
import { BusyButton } from '../../ui/busy-button';
import { Choose, TextInput } from '../../ui/form';
import { ErrorPanel } from '../../ui/states';

const FIELDS = ['phone', 'fax', 'address', 'building', 'name', 'kana', 'url', 'email', 'postal_code', 'number', 'organization', 'services', 'other', 'closed'] as const;
type Field = (typeof FIELDS)[number];

const now = (office: OfficeDetail, field: Field): string =>
  (({
    phone: office.phone, fax: office.fax, address: office.address, building: office.building, name: office.name, kana: office.kana,
    url: office.url, email: office.email, postal_code: office.postal_code, number: office.numbers.join('・'),
    organization: office.organization?.name, services: '', other: '', closed: '',
  }) as Record<Field, string | null | undefined>)[field] ?? '';

/** Anybody may say what is wrong; nothing changes until somebody responsible has looked. */
export function Suggest({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const [field, setField] = useState<Field>('phone');
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [contact, setContact] = useState('');
  const [website, setWebsite] = useState('');
  const send = useMutation({
    mutationFn: () => suggest(office.id, { field, value, note: note || null, contact: contact || null, website }),
    onSuccess: () => {
      setValue('');
      setNote('');
    },
  });
  const hasValue = field !== 'other' && field !== 'closed';
  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate();
  }
  return (
    <details className="suggest no-print">
      <summary>{t('suggest.title')}</summary>
      <form className="panel form" onSubmit={submit}>
        <p className="small">{t('suggest.text')}</p>
        <Choose
          label={t('suggest.what')} value={field} options={FIELDS.map((code) => [code, t(`suggest.field.${code}`)])}
          onChange={(code) => { setField(code as Field); send.reset(); }}
        />
        {hasValue && <p className="small">{t('suggest.now')} {now(office, field) || <span className="muted">{t('office.unknown')}</span>}</p>}
        {hasValue && <TextInput label={t('suggest.value')} value={value} onChange={setValue} most={300} />}
        <TextInput label={t('suggest.note')} lines={3} value={note} onChange={setNote} most={1000} hint={t('entry.no_clients')} />
        <TextInput label={t('suggest.contact')} value={contact} onChange={setContact} most={100} hint={t('suggest.contact_hint')} />
        {/* Nobody sees this field; what fills in forms by itself does. */}
        <div className="trap" aria-hidden="true">
          <label>Website<input tabIndex={-1} autoComplete="off" value={website} onChange={(event) => setWebsite(event.target.value)} /></label>
        </div>
        <BusyButton type="submit" className="button primary" busy={send.isPending}>{t('suggest.send')}</BusyButton>
        {send.isSuccess && <p className="panel notice" role="status">{t('suggest.sent')}</p>}
        {send.isError && <ErrorPanel error={send.error} />}
      </form>
    </details>
  );
}
