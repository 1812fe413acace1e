import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { upload } from '../../api/commands';
import { problemOf } from '../../lib/problem';
import { BusyButton } from '../../ui/busy-button';
import { Icon } from '../../ui/icons';
import { ErrorPanel } from '../../ui/states';

/** Files by dragging or by choosing; nothing is written before the preview is confirmed. */
export function Upload({ onUploaded }: { onUploaded: (id: string) => void }) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<File[]>([]);
  const sending = useMutation({ mutationFn: upload, onSuccess: ({ id }) => onUploaded(id) });
  const add = (more: File[]) => setFiles((known) => [...known.filter((file) => !more.some((m) => m.name === file.name)), ...more]);

  return (
    <section className="panel upload" aria-labelledby="upload">
      <h2 id="upload">{t('import.upload.title')}</h2>
      <DropZone
        className="drop-zone"
        onDrop={(event) => {
          const dropped = event.items.filter((item) => item.kind === 'file').map((item) => item.getFile());
          void Promise.all(dropped).then(add);
        }}
      >
        <Icon name="upload" size={36} />
        <Text slot="label">{t('import.upload.drop')}</Text>
        <FileTrigger allowsMultiple onSelect={(list) => list && add([...list])}>
          <Button className="button primary">{t('import.upload.choose')}</Button>
        </FileTrigger>
      </DropZone>
      <p className="small muted">{t('import.upload.kinds')}</p>
      {files.length > 0 && (
        <>
          <ul className="file-list">
            {files.map((file) => (
              <li key={file.name}>
                <span>{file.name}</span> <span className="muted">{t('import.upload.size', { size: size(file.size) })}</span>
                <Button className="link" aria-label={t('import.upload.remove_of', { name: file.name })} onPress={() => setFiles(files.filter((f) => f !== file))}>
                  {t('import.upload.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <BusyButton className="button primary" busy={sending.isPending} onPress={() => sending.mutate(files)}>
            {sending.isPending ? t('import.upload.sending') : t('import.upload.send', { count: files.length })}
          </BusyButton>
        </>
      )}
      {sending.isError && (problemOf(sending.error).code === 'invalid_parameter' ? (
        <div className="file-error" role="alert">
          <p><strong>{t('import.upload.refused')}</strong></p>
          <p>{t('import.upload.refused_remedy')}</p>
          <p className="small muted">{problemOf(sending.error).detail}</p>
        </div>
      ) : <ErrorPanel error={sending.error} />)}
    </section>
  );
}

/** Size for people, in units of 1000. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
