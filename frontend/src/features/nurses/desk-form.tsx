import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { areasInQuery } from '../../api/queries';
import { saveDesk, type DeskInput, type DeskTerms } from '../../api/nurses';
import { BusyButton } from '../../ui/busy-button';
import { Check } from '../../ui/check';
import { ErrorPanel } from '../../ui/states';
import { handOverLines, readHandOvers, type Draft } from './draft';

interface Props {
  draft: Draft;
  terms: DeskTerms;
  onDone: () => void;
}

/** One desk: what it is for first, how to reach it next, the rest after. */
export function DeskForm({ draft, terms, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [desk, setDesk] = useState<DeskInput>(draft.desk);
  const [overs, setOvers] = useState(handOverLines(draft.desk));
  const set = (patch: Partial<DeskInput>) => setDesk((old) => ({ ...old, ...patch }));
  const save = useMutation({
    mutationFn: () => saveDesk(draft.id, { ...desk, hands_over: readHandOvers(overs) ?? [] }),
    onSuccess: async () => {
      await Promise.all(['nurse-desks', 'nurse-matrix', 'nurses'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      onDone();
    },
  });
  const line = (key: 'name' | 'phone' | 'fax' | 'hours' | 'does_not' | 'source' | 'checked_on') => (
    <TextField key={key} className="field" value={desk[key] ?? ''} onChange={(value) => set({ [key]: value })}>
      <Label>{t(`nurses.form.${key}`)}</Label>
      <Input />
    </TextField>
  );
  const toggle = (list: string[], code: string) => (list.includes(code) ? list.filter((one) => one !== code) : [...list, code]);
  const years = (value: string) => (value.trim() === '' ? null : Number(value.normalize('NFKC').replace(/\D/g, '').slice(0, 3)));
  return (
    <form
      className="panel desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{draft.id ? t('nurses.form.change') : t('nurses.form.add')}</h2>
      <div className="form-grid">
        {line('name')}
        <Select label={t('nurses.form.placement')} value={desk.placement} options={terms.placements.map((one) => one.code)} name={(code) => t(`nurses.placement.${code}`)} onChange={(placement) => set({ placement })} />
        <Select label={t('nurses.form.scheme')} value={desk.scheme} options={terms.schemes.map((one) => one.code)} name={(code) => t(`nurses.scheme.${code}`)} onChange={(scheme) => set({ scheme })} />
        <TextField className="field" value={String(desk.age_from ?? 0)} onChange={(value) => set({ age_from: years(value) ?? 0 })}><Label>{t('nurses.form.age_from')}</Label><Input inputMode="numeric" /></TextField>
        <TextField className="field" value={desk.age_to == null ? '' : String(desk.age_to)} onChange={(value) => set({ age_to: years(value) })}><Label>{t('nurses.form.age_to')}</Label><Input inputMode="numeric" /></TextField>
        {line('phone')}
        {line('fax')}
        {line('hours')}
      </div>
      <fieldset>
        <legend>{t('nurses.form.topics')}</legend>
        <div className="checks">{terms.topics.map((topic) => <Check key={topic.code} checked={desk.topics.includes(topic.code)} onChange={() => set({ topics: toggle(desk.topics, topic.code) })}>{t(`nurse_topic.${topic.code}`)}</Check>)}</div>
      </fieldset>
      <Areas desk={desk} onChange={(areas) => set({ areas })} />
      <fieldset>
        <legend>{t('nurses.form.does')}</legend>
        <div className="checks">{terms.tasks.map((task) => <Check key={task.code} checked={(desk.does ?? []).includes(task.code)} onChange={() => set({ does: toggle(desk.does ?? [], task.code) })}>{t(`nurses.task.${task.code}`)}</Check>)}</div>
      </fieldset>
      {line('does_not')}
      <TextField className="field" value={overs} onChange={setOvers}><Label>{t('nurses.form.hands_over')}</Label><TextArea rows={3} placeholder={t('nurses.form.hands_over_example')} /></TextField>
      <div className="form-grid">{line('source')}{line('checked_on')}</div>
      {save.isError && <ErrorPanel error={save.error} />}
      <div className="row">
        <BusyButton type="submit" className="button primary" busy={save.isPending}>{t('nurses.form.save')}</BusyButton>
        <Button className="button" onPress={onDone}>{t('nurses.form.cancel')}</Button>
      </div>
    </form>
  );
}

function Select({ label, value, options, name, onChange }: { label: string; value: string; options: string[]; name: (code: string) => string; onChange: (code: string) => void }) {
  return (
    <label className="field">
      <span className="strong small">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>{options.map((code) => <option key={code} value={code}>{name(code)}</option>)}</select>
    </label>
  );
}

/** The whole of the owner, some areas inside it, or some towns. */
function Areas({ desk, onChange }: { desk: DeskInput; onChange: (areas: DeskInput['areas']) => void }) {
  const { t } = useTranslation();
  const inside = useQuery(areasInQuery(desk.owner));
  const chosen = desk.areas.map((area) => area.code);
  const towns = desk.areas.flatMap((area) => area.towns ?? []);
  const whole = chosen.length === 1 && chosen[0] === desk.owner;
  function toggle(code: string) {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen.filter((one) => one !== desk.owner), code];
    onChange((next.length ? next : [desk.owner]).map((one) => ({ code: one, towns: [] })));
  }
  return (
    <fieldset>
      <legend>{t('nurses.form.areas')}</legend>
      <div className="checks">
        <Check checked={whole} onChange={() => onChange([{ code: desk.owner, towns }])}>{t('nurses.form.whole')}</Check>
        {inside.data?.items.map((area) => <Check key={area.code} checked={chosen.includes(area.code)} onChange={() => toggle(area.code)}>{area.name}</Check>)}
      </div>
      {chosen.length === 1 && (
        <TextField className="field" value={towns.join('、')} onChange={(value) => onChange([{ code: chosen[0] ?? desk.owner, towns: value.split(/[、,\n]/).map((town) => town.trim()).filter(Boolean) }])}>
          <Label>{t('nurses.form.towns')}</Label>
          <Input placeholder={t('nurses.form.towns_example')} />
        </TextField>
      )}
    </fieldset>
  );
}
