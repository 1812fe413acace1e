import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { entryQuery, putPhoto, removePhoto } from '../../api/entry';
import { ErrorPanel } from '../../ui/states';

interface Props {
  id: string;
  photo: { url: string } | null;
}

/** The entrance; taken over at once, encoded anew by the server. */
export function PhotoEditor({ id, photo }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const field = useId();
  const done = { onSuccess: () => client.invalidateQueries({ queryKey: entryQuery(id).queryKey }) };
  const put = useMutation({ mutationFn: (file: File) => putPhoto(id, file), ...done });
  const remove = useMutation({ mutationFn: () => removePhoto(id), ...done });
  return (
    <section className="panel form" aria-labelledby="edit-photo">
      <h2 id="edit-photo">{t('entry.photo')}</h2>
      <p className="small muted">{t('entry.photo_hint')}</p>
      {photo && <img src={photo.url} alt={t('entry.photo_now')} width={240} />}
      <div className="field">
        <label htmlFor={field}>{t('entry.photo_choose')}</label>
        <input
          id={field} type="file" accept="image/jpeg,image/png,image/webp"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) put.mutate(file);
            event.target.value = '';
          }}
        />
      </div>
      {photo && <Button className="link" onPress={() => remove.mutate()}>{t('entry.photo_remove')}</Button>}
      {(put.isError || remove.isError) && <ErrorPanel error={put.error ?? remove.error} />}
      {put.isPending && <p role="status">{t('state.loading')}</p>}
    </section>
  );
}
