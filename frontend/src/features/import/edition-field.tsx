import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setFileOptions } from '../../api/commands';
import type { ImportFile, ImportJob } from '../../api/types';
import { BusyButton } from '../../ui/busy-button';
import { ErrorPanel } from '../../ui/states';
import { isEdition } from './numbers';

/** The edition as it was recognised, to be corrected; a correction is compared anew, for it decides what is newer. */
export function EditionField({ job, file, onReread }: { job: ImportJob; file: ImportFile; onReread: () => void }) {
  const { t } = useTranslation();
  const [edition, setEdition] = useState(file.edition ?? '');
  const change = useMutation({
    mutationFn: () => setFileOptions(job.id, file.index, { edition: edition.trim(), mapping: file.mapping ?? null }),
    onSuccess: onReread,
  });
  const wrong = !isEdition(edition);
  const changed = edition.trim() !== (file.edition ?? '');
  return (
    <div className="edition-field">
      <TextField className="field" validationBehavior="aria" value={edition} isInvalid={changed && wrong} onChange={setEdition}>
        <Label>{t('import.edition')}</Label>
        <Input placeholder="2026-03" inputMode="numeric" />
        {file.edition_from && (
          <Text slot="description" className="small muted">{t('import.edition_from', { from: t(`import.from.${file.edition_from}`) })}</Text>
        )}
        <FieldError className="field-error">{t('import.edition_wrong')}</FieldError>
      </TextField>
      {changed && !wrong && (
        <BusyButton className="button small" busy={change.isPending} onPress={() => change.mutate()}>{t('import.edition_set')}</BusyButton>
      )}
      {change.isError && <ErrorPanel error={change.error} />}
    </div>
  );
}
