import './my.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { dropList, listHref, listQuery, replaceList, type ListDetail } from '../../api/my';
import * as format from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { Icon } from '../../ui/icons';
import { ErrorPanel, Loading } from '../../ui/states';
import { FaxList } from './fax-list';
import { ListEditor } from './list-editor';

/** One list: read and printed black and white with large numbers, or edited. */
export function ListPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/my/lists/$id' });
  const list = useQuery(listQuery(id));
  useTitle(list.data?.name, t('my.title'), t('shell.name'));
  if (list.isPending) return <div className="page"><Loading /></div>;
  if (list.isError) {
    return (
      <div className="page narrow">
        <h1>{t('my.list')}</h1>
        <ErrorPanel error={list.error}><p><Link to="/my">{t('my.back')}</Link></p></ErrorPanel>
      </div>
    );
  }
  return <Content list={list.data} />;
}

function Content({ list }: { list: ListDetail }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [editing, setEditing] = useState(list.entries.length === 0);
  const refresh = () => client.invalidateQueries({ queryKey: ['my'] });
  const save = useMutation({
    mutationFn: (next: Parameters<typeof replaceList>[1]) => replaceList(list.id, next),
    onSuccess: async () => {
      await refresh();
      setEditing(false);
    },
  });
  const drop = useMutation({
    mutationFn: () => dropList(list.id),
    onSuccess: async () => {
      await refresh();
      await navigate({ to: '/my' });
    },
  });
  return (
    <div className="page list-page">
      <p className="no-print"><Link to="/my">{t('my.back')}</Link></p>
      <h1>{list.name}</h1>
      <p className="row no-print">
        <Button className="button" onPress={() => window.print()}><Icon name="print" /> {t('office.print')}</Button>
        <a className="button" href={listHref(list.id, 'csv')} download>CSV</a>
        <a className="button" href={listHref(list.id, 'vcf')} download>{t('my.vcard')}</a>
        <Button className="button" aria-expanded={editing} onPress={() => setEditing(!editing)}>{t('my.edit')}</Button>
        <BusyButton className="button" busy={drop.isPending} onPress={() => drop.mutate()}>{t('my.drop_list')}</BusyButton>
      </p>
      {(save.isError || drop.isError) && <ErrorPanel error={save.error ?? drop.error} />}
      {editing
        ? <ListEditor key={list.changed_at} list={list} busy={save.isPending} onSave={(next) => save.mutate(next)} />
        : <FaxList list={list} />}
      <p className="print-only small">{t('my.printed', { date: format.date(new Date().toISOString(), i18n.language) })}</p>
    </div>
  );
}
