import './nurses.css';
import './edit.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { desksCsvHref, nurseDesksQuery, nurseTermsQuery, removeDesk, templateHref, type Desk } from '../../api/nurses';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { ages } from './ages';
import { DeskForm } from './desk-form';
import { draftOf, newDraft, type Draft } from './draft';
import { Matrix } from './matrix';
import { TableImport } from './table-import';

/** 保健師窓口の編集: the matrix shows what is missing; a press on a field begins a desk for it. */
export function EditPage() {
  const { t } = useTranslation();
  const { owner = '' } = useSearch({ from: '/nurses/edit' });
  const desks = useQuery(nurseDesksQuery(owner));
  const terms = useQuery(nurseTermsQuery);
  const [draft, setDraft] = useState<Draft | null>(null);
  useTitle(t('nurses.edit.title'), t('shell.name'));
  if (owner === '') return <div className="page"><p>{t('nurses.need_place')} <Link to="/nurses">{t('nav.nurses')}</Link></p></div>;
  if (desks.isPending || terms.isPending) return <Loading />;
  if (desks.isError) return <div className="page"><ErrorPanel error={desks.error} onRetry={() => void desks.refetch()} /></div>;
  const may = desks.data.may_edit;
  return (
    <div className="page nurses">
      <h1>{t('nurses.edit.title')}</h1>
      <p><Terms>{t('nurses.edit.lead')}</Terms></p>
      <p className="flag">{t('nurses.edit.privacy')}</p>
      {!may && <p className="panel notice">{t('nurses.edit.sign_in')}</p>}
      <Matrix area={owner} {...(may && { onCell: (topic: string, [from, to]: [number, number]) => setDraft(newDraft(owner, topic, from, to)) })} />
      {draft && terms.data && <DeskForm key={draft.key} draft={draft} terms={terms.data} onDone={() => setDraft(null)} />}
      <section aria-labelledby="desks">
        <div className="row">
          <h2 id="desks">{t('nurses.edit.desks', { count: desks.data.items.length })}</h2>
          {may && <Button className="button small" onPress={() => setDraft(newDraft(owner))}>{t('nurses.edit.add')}</Button>}
        </div>
        <ul className="edit-desks">
          {desks.data.items.map((desk) => (
            <li key={desk.id}><Row desk={desk} may={may} onEdit={() => setDraft(draftOf(desk))} /></li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="table">
        <h2 id="table">{t('nurses.edit.table')}</h2>
        <p><Terms>{t('nurses.edit.table_lead')}</Terms></p>
        <p className="row">
          <a className="button" href={templateHref(owner)} download>{t('nurses.edit.template')}</a>
          <a className="button" href={desksCsvHref(owner)} download>{t('nurses.edit.csv')}</a>
        </p>
        {may && <TableImport owner={owner} />}
      </section>
    </div>
  );
}

function Row({ desk, may, onEdit }: { desk: Desk; may: boolean; onEdit: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const removal = useMutation({
    mutationFn: () => removeDesk(desk.id),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['nurse-desks'] }), client.invalidateQueries({ queryKey: ['nurse-matrix'] })]),
  });
  return (
    <>
      <span className="strong">{desk.name}</span>
      <span className="small">{ages(t, desk.age_from, desk.age_to)} / {desk.topics.map((code) => t(`nurse_topic.${code}`)).join(t('list.separator'))}</span>
      {may && (
        <span className="row">
          <Button className="button small" onPress={onEdit}>{t('nurses.edit.change')}</Button>
          {sure
            ? <Button className="button small" onPress={() => removal.mutate()}>{t('nurses.edit.remove_sure')}</Button>
            : <Button className="button small" onPress={() => setSure(true)}>{t('nurses.edit.remove')}</Button>}
        </span>
      )}
      {removal.isError && <ErrorPanel error={removal.error} />}
    </>
  );
}
