import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { merge, split, undo } from '../../api/moderation';
import { myQuery } from '../../api/my';
import type { OfficeDetail } from '../../api/types';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { BusyButton } from '../../ui/busy-button';
import { Check } from '../../ui/check';
import { ErrorPanel } from '../../ui/states';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** What a steward may do to the identity of an office: two that are one, one that is two. */
export function Moderate({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const my = useQuery(myQuery);
  const client = useQueryClient();
  const [done, setDone] = useState<{ decision: string; office: string } | null>(null);
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['office'] }), client.invalidateQueries({ queryKey: ['history'] })]);
  const back = useMutation({
    mutationFn: (decision: string) => undo(decision),
    onSuccess: async ({ undone }) => {
      if (undone) setDone(null);
      await refresh();
    },
  });
  if (!my.data?.moderates) return null;
  const finished = async (decided: { decision: string; office?: string | null }) => {
    setDone({ decision: decided.decision, office: decided.office ?? office.id });
    await refresh();
  };
  return (
    <details className="moderate no-print">
      <summary>{t('moderate.title')}</summary>
      <p role="status">
        {done && (
          <>
            {t('moderate.done')} <Link to="/offices/$id" params={{ id: done.office }}>{t('moderate.see')}</Link>{' '}
            <BusyButton className="button small" busy={back.isPending} onPress={() => back.mutate(done.decision)}>{t('review.undo')}</BusyButton>
          </>
        )}
        {back.data?.undone === false && t('history.not_undone')}
      </p>
      {back.isError && <ErrorPanel error={back.error} />}
      <MergeForm office={office} onDone={finished} />
      {office.services_detail.length > 1 && <SplitForm office={office} onDone={finished} />}
    </details>
  );
}

interface FormProps {
  office: OfficeDetail;
  onDone: (decided: { decision: string; office?: string | null }) => Promise<unknown>;
}

function MergeForm({ office, onDone }: FormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const other = ID.exec(text)?.[0];
  const join = useMutation({ mutationFn: (away: string) => merge(office.id, away), onSuccess: onDone });
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (other) join.mutate(other);
      }}
    >
      <h3>{t('moderate.merge')}</h3>
      <TextField className="field" value={text} onChange={setText}>
        <Label>{t('moderate.other')}</Label>
        <Input />
        <Text slot="description" className="small muted">{t('moderate.other_note', { name: office.name })}</Text>
      </TextField>
      <Button type="submit" className="button" isDisabled={!other}>{t('moderate.merge_now')}</Button>
      {join.isError && <ErrorPanel error={join.error} />}
    </form>
  );
}

function SplitForm({ office, onDone }: FormProps) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const part = useMutation({ mutationFn: () => split(office.id, [...chosen]), onSuccess: onDone });
  const fits = chosen.size > 0 && chosen.size < office.services_detail.length;
  function choose(id: string, wanted: boolean) {
    const next = new Set(chosen);
    if (wanted) next.add(id);
    else next.delete(id);
    setChosen(next);
  }
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) part.mutate();
      }}
    >
      <h3>{t('moderate.split')}</h3>
      <p className="small muted">{t('moderate.split_note')}</p>
      {office.services_detail.map((service) => (
        <Check key={service.id} checked={chosen.has(service.id)} onChange={(wanted) => choose(service.id, wanted)}>
          {t('moderate.row', { service: serviceName(taxonomy, service.code, i18n.language), name: service.name, source: service.source.label })}
        </Check>
      ))}
      <BusyButton type="submit" className="button" busy={part.isPending} isDisabled={!fits}>{t('moderate.split_now')}</BusyButton>
      {part.isError && <ErrorPanel error={part.error} />}
    </form>
  );
}
