import { useTranslation } from 'react-i18next';
import type { EntryBody } from '../../api/entry';
import { TextInput } from '../../ui/form';

const MOST = 1000;

/** Remarks for everybody and for professionals; the notice stands at the field, where it is needed. */
export function RemarksEditor({ value, onChange }: { value: EntryBody; onChange: (part: Partial<EntryBody>) => void }) {
  const { t } = useTranslation();
  return (
    <section className="panel form" aria-labelledby="edit-remarks">
      <h2 id="edit-remarks">{t('entry.group.remarks')}</h2>
      <TextInput
        label={t('entry.remarks')} lines={3} most={MOST} value={value.remarks ?? ''} hint={t('entry.no_clients')}
        onChange={(remarks) => onChange({ remarks })}
      />
      <TextInput
        label={t('entry.remarks_inside')} lines={2} most={MOST} value={value.remarks_inside ?? ''} hint={t('entry.no_clients')}
        onChange={(remarks_inside) => onChange({ remarks_inside })}
      />
    </section>
  );
}
