import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/form';

/** A body the directory does not hold, by its name; never by a person's. */
export function BodyName({ label, onAdd }: { label: string; onAdd: (name: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  return (
    <form
      className="forum-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onAdd(name.trim());
      }}
    >
      <TextInput label={label} hint={t('forum.body_hint')} value={name} most={80} onChange={setName} />
      <Button type="submit" className="button small">{t('forum.body_add')}</Button>
    </form>
  );
}
