import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { termsQuery, type Contact } from '../../api/entry';
import { Check } from '../../ui/check';
import { TextInput } from '../../ui/form';
import { today } from './availability-editor';

const NOBODY: Contact = { role: '', qualifications: [], reach: null, times: null, phone: null, name: null, consent_on: null };
const MOST = 8;

/** 連携担当者: a role and a way to reach it. Without a name unless somebody asks for one. */
export function ContactsEditor({ value, onChange }: { value: Contact[]; onChange: (value: Contact[]) => void }) {
  const { t } = useTranslation();
  return (
    <section className="panel form" aria-labelledby="edit-contacts">
      <h2 id="edit-contacts">{t('entry.group.contacts')}</h2>
      <p className="small muted">{t('entry.contacts_hint')}</p>
      {value.map((contact, at) => (
        <One
          key={at} contact={contact}
          onChange={(next) => onChange(value.map((other, index) => (index === at ? next : other)))}
          onRemove={() => onChange(value.filter((_, index) => index !== at))}
        />
      ))}
      {value.length < MOST && (
        <Button className="button" onPress={() => onChange([...value, NOBODY])}>{t('entry.add_contact')}</Button>
      )}
    </section>
  );
}

interface OneProps {
  contact: Contact;
  onChange: (contact: Contact) => void;
  onRemove: () => void;
}

function One({ contact, onChange, onRemove }: OneProps) {
  const { t, i18n } = useTranslation();
  const terms = useQuery(termsQuery).data?.qualifications ?? [];
  const [named, setNamed] = useState(Boolean(contact.name));
  const set = (part: Partial<Contact>) => onChange({ ...contact, ...part });
  const owned = contact.qualifications ?? [];
  function agree(agreed: boolean) {
    setNamed(agreed);
    set(agreed ? { consent_on: today() } : { name: null, consent_on: null });
  }
  return (
    <div className="edit-item">
      <TextInput label={t('contact.role')} required value={contact.role ?? ''} onChange={(role) => set({ role })} most={60} hint={t('contact.role_hint')} />
      <details>
        <summary>{t('contact.qualifications', { count: owned.length })}</summary>
        <div className="edit-strengths">
          {terms.map((term) => (
            <Check
              key={term.code} checked={owned.includes(term.code)}
              onChange={(on) => set({ qualifications: on ? [...owned, term.code] : owned.filter((code) => code !== term.code) })}
            >
              {i18n.language === 'en' ? term.en : term.ja}
            </Check>
          ))}
        </div>
      </details>
      <div className="edit-two">
        <TextInput label={t('contact.reach')} value={contact.reach ?? ''} onChange={(reach) => set({ reach })} most={200} />
        <TextInput label={t('contact.times')} value={contact.times ?? ''} onChange={(times) => set({ times })} most={100} />
      </div>
      <TextInput type="tel" label={t('contact.phone')} value={contact.phone ?? ''} onChange={(phone) => set({ phone })} most={40} hint={t('contact.phone_hint')} />
      <Check checked={named} onChange={agree}>{t('contact.consent')}</Check>
      {named && (
        <div className="edit-two">
          <TextInput label={t('contact.name')} value={contact.name ?? ''} onChange={(name) => set({ name })} most={40} />
          <TextInput type="date" label={t('contact.consent_on')} value={contact.consent_on ?? ''} onChange={(day) => set({ consent_on: day || null })} />
        </div>
      )}
      <Button className="link" onPress={onRemove}>{t('entry.remove_contact')}</Button>
    </div>
  );
}
