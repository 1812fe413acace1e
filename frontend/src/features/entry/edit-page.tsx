import './edit.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { entryQuery, saveEntry, type Entry, type EntryBody } from '../../api/entry';
import { officeQuery } from '../../api/queries';
import type { OfficeDetail } from '../../api/types';
import { changed, merge, withGroup, type Group, type Merged } from '../../lib/entry';
import { problemOf } from '../../lib/problem';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { ErrorPanel, Loading } from '../../ui/states';
import { AvailabilityEditor } from './availability-editor';
import { ContactsEditor } from './contacts-editor';
import { HoursEditor } from './hours-editor';
import { MergeChoice } from './merge-choice';
import { PhotoEditor } from './photo-editor';
import { RemarksEditor } from './remarks-editor';
import { ServiceAreasEditor } from './service-areas-editor';
import { StrengthsEditor } from './strengths-editor';
import { ValuesEditor } from './values-editor';

export function EditPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/offices/$id/edit' });
  const office = useQuery(officeQuery(id));
  // What stands at the server now is what is edited; a copy in memory may be another's past.
  const entry = useQuery({ ...entryQuery(id), staleTime: 0, refetchOnWindowFocus: false });
  useTitle(office.data && t('entry.edit_of', { name: office.data.name }), t('shell.name'));
  if (office.isError || entry.isError) return <div className="page narrow"><ErrorPanel error={office.error ?? entry.error} /></div>;
  if (office.isPending || entry.isPending || entry.isFetching) return <div className="page narrow"><Loading /></div>;
  if (!entry.data.may.edit) {
    return (
      <div className="page narrow">
        <h1>{office.data.name}</h1>
        <p className="panel warning">{t('entry.not_yours')}</p>
        <p><Link to="/offices/$id" params={{ id }}>{t('entry.back')}</Link></p>
      </div>
    );
  }
  return <Form office={office.data} entry={entry.data} />;
}

const bodyOf = ({ contacts, strengths, availability, hours, service_areas, remarks, remarks_inside }: EntryBody): EntryBody =>
  ({ contacts, strengths, availability, hours: hours ?? null, service_areas, remarks: remarks ?? null, remarks_inside: remarks_inside ?? null });

function Form({ office, entry }: { office: OfficeDetail; entry: Entry }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [base, setBase] = useState({ version: entry.version, body: bodyOf(entry) });
  const [draft, setDraft] = useState<EntryBody>(base.body);
  const [merged, setMerged] = useState<(Merged<EntryBody> & { theirs: EntryBody }) | null>(null);
  const save = useMutation({
    mutationFn: (sure: boolean) => saveEntry(office.id, base.version, draft, sure),
    onSuccess: (outcome) => {
      const now = outcome.kind === 'saved' ? outcome.entry : outcome.current;
      const body = bodyOf(now);
      if (outcome.kind === 'conflict') {
        const found = merge(base.body, draft, body);
        setDraft(found.entry);
        setMerged({ ...found, theirs: body });
      } else {
        setDraft(body);
        setMerged(null);
        client.setQueryData(entryQuery(office.id).queryKey, outcome.entry);
        void client.invalidateQueries({ queryKey: officeQuery(office.id).queryKey });
        void client.invalidateQueries({ queryKey: ['offices'] });
      }
      setBase({ version: now.version, body });
    },
  });
  const open = changed(base.body, draft);
  const problem = save.isError ? problemOf(save.error) : null;
  const change = (part: Partial<EntryBody>) => {
    setDraft({ ...draft, ...part });
    if (save.isSuccess) save.reset();
  };
  const choose = (group: Group) => {
    if (!merged) return;
    setDraft(withGroup(draft, merged.theirs, group));
    setMerged({ ...merged, both: merged.both.filter((one) => one !== group), taken: [...merged.taken, group] });
  };

  return (
    <div className="page narrow edit-page">
      <p><Link to="/offices/$id" params={{ id: office.id }}>{t('entry.back')}</Link></p>
      <h1>{t('entry.edit_of', { name: office.name })}</h1>
      <p className="panel notice">{t('entry.no_clients')}</p>
      {merged && <MergeChoice merged={merged} mine={draft} theirs={merged.theirs} names={entry.service_area_names} onTake={choose} />}
      <AvailabilityEditor services={office.services} value={draft.availability ?? []} onChange={(availability) => change({ availability })} />
      <StrengthsEditor value={draft.strengths ?? []} onChange={(strengths) => change({ strengths })} />
      <ContactsEditor value={draft.contacts ?? []} onChange={(contacts) => change({ contacts })} />
      <HoursEditor value={draft.hours ?? null} onChange={(hours) => change({ hours })} />
      <ServiceAreasEditor
        municipality={office.municipality?.code ?? null} value={draft.service_areas ?? []} names={entry.service_area_names}
        onChange={(service_areas) => change({ service_areas })}
      />
      <RemarksEditor value={draft} onChange={change} />
      {problem?.code === 'looks_personal' && (
        <div className="panel warning" role="alert">
          <p>{t('entry.looks_personal', { parts: problem.detail ?? '' })}</p>
          <Button className="button" onPress={() => save.mutate(true)}>{t('entry.no_client_data')}</Button>
        </div>
      )}
      {problem && problem.code !== 'looks_personal' && <ErrorPanel error={save.error} />}
      <div className="edit-bar">
        <BusyButton className="button primary" busy={save.isPending} isDisabled={open.length === 0} onPress={() => save.mutate(false)}>
          {t('entry.save')}
        </BusyButton>
        <span role="status" className="small">
          {save.data?.kind === 'saved' && open.length === 0 ? t('entry.saved') : t('entry.open', { count: open.length })}
        </span>
      </div>
      <PhotoEditor id={office.id} photo={entry.photo ?? null} />
      <ValuesEditor office={office} official={entry.may.edit_official} />
    </div>
  );
}
