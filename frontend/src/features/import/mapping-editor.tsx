import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setFileOptions } from '../../api/commands';
import { mappingsQuery } from '../../api/queries';
import type { ImportFile, ImportJob, Mapping } from '../../api/types';
import { useTaxonomy } from '../../lib/taxonomy';
import { BusyButton } from '../../ui/busy-button';
import { Check } from '../../ui/check';
import { ErrorPanel } from '../../ui/states';
import { FIELDS, guess, labelFrom, missing } from './numbers';

interface Props {
  job: ImportJob;
  file: ImportFile;
  onMapped: () => void;
}

/** For a file nobody knows: which column holds what, and the service where the file does not say. */
export function MappingEditor({ job, file, onMapped }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const saved = useQuery(mappingsQuery);
  const [mapping, setMapping] = useState<Mapping>(
    () => file.mapping ?? { name: labelFrom(file.file), kind: 'offices', columns: guess(file.columns), constants: {} },
  );
  const [keep, setKeep] = useState(true);
  const use = useMutation({
    mutationFn: () => setFileOptions(job.id, file.index, { mapping, edition: file.edition ?? null, save: keep }),
    onSuccess: () => {
      onMapped();
      void client.invalidateQueries({ queryKey: mappingsQuery.queryKey });
    },
  });
  const lacking = missing(mapping);
  const setColumn = (field: string, column: string) => {
    const { [field]: _old, ...others } = mapping.columns;
    setMapping({ ...mapping, columns: column ? { ...others, [field]: column } : others });
  };

  return (
    <section className="mapping" aria-label={t('mapping.title')}>
      <h4>{t('mapping.title')}</h4>
      <p className="small">{t('mapping.text')}</p>
      {saved.data && saved.data.items.length > 0 && (
        <Choose
          label={t('mapping.saved')} value="" options={saved.data.items.map((one) => [one.name, one.name])} none={t('mapping.choose')}
          onChange={(wanted) => {
            const found = saved.data.items.find((one) => one.name === wanted);
            if (found) setMapping(found);
          }}
        />
      )}
      <div className="mapping-grid">
        {FIELDS.map((field) => (
          <Choose
            key={field} label={t(`field.${field}`)} required={field === 'name'}
            value={mapping.columns[field] ?? ''} none={t('mapping.none')}
            options={file.columns.map((column) => [column, column])} onChange={(column) => setColumn(field, column)}
          />
        ))}
        {!mapping.columns.service && <ServiceConstant mapping={mapping} onChange={setMapping} />}
      </div>
      <div className="row end">
        <TextField className="field" value={mapping.name} onChange={(name) => setMapping({ ...mapping, name })}>
          <Label>{t('mapping.name')}</Label>
          <Input />
        </TextField>
        <Check checked={keep} onChange={setKeep}>{t('mapping.keep')}</Check>
        <BusyButton className="button primary" isDisabled={lacking !== null} busy={use.isPending} onPress={() => use.mutate()}>
          {t('mapping.use')}
        </BusyButton>
      </div>
      {lacking && <p className="small field-error">{t(`mapping.missing.${lacking}`)}</p>}
      {use.isError && <ErrorPanel error={use.error} />}
    </section>
  );
}

function ServiceConstant({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const { t, i18n } = useTranslation();
  const { services } = useTaxonomy();
  return (
    <Choose
      label={t('mapping.constant_service')} value={mapping.constants.service ?? ''} none={t('mapping.choose')}
      options={services.map((service) => [service.code, i18n.language === 'en' ? service.en : service.ja])}
      onChange={(service) => onChange({ ...mapping, constants: service ? { ...mapping.constants, service } : {} })}
    />
  );
}

interface ChooseProps {
  label: string;
  value: string;
  none: string;
  options: [value: string, label: string][];
  required?: boolean;
  onChange: (value: string) => void;
}

/** The browser's own list: sixteen of them on one sheet stay quick and familiar. */
function Choose({ label, value, none, options, required = false, onChange }: ChooseProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}{required && <span className="required">{t('mapping.required')}</span>}</label>
      <select id={id} value={value} required={required} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {options.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
    </div>
  );
}
