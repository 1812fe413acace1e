import './my.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { createList, dropSearch, feedHref, markSeen, myQuery, newOfficesQuery, type SavedSearch } from '../../api/my';
import * as format from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { OfficeCard } from '../../ui/office-card';
import { ErrorPanel, Loading } from '../../ui/states';

/** What one keeps for one's own work: searches with what is new, and lists of offices. */
export function MyPage() {
  const { t } = useTranslation();
  const my = useQuery(myQuery);
  useTitle(t('my.title'), t('shell.name'));
  return (
    <div className="page my-page">
      <h1>{t('my.title')}</h1>
      {my.isPending && <Loading />}
      {my.isError && <ErrorPanel error={my.error} onRetry={() => void my.refetch()} />}
      {my.data && !my.data.signed_in && <p className="panel">{t('my.sign_in')}</p>}
      {my.data?.signed_in && (
        <>
          <section aria-labelledby="searches">
            <h2 id="searches">{t('my.searches')}</h2>
            <p className="small muted">{t('my.searches_note')}</p>
            {my.data.searches.length === 0 && <p className="panel">{t('my.no_searches')} <Link to="/search">{t('not_found.search')}</Link></p>}
            <ul className="plain my-list">{my.data.searches.map((search) => <Saved key={search.id} search={search} />)}</ul>
          </section>
          <Lists lists={my.data.lists} />
        </>
      )}
    </div>
  );
}

function Saved({ search }: { search: SavedSearch }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['my'] });
  const drop = useMutation({ mutationFn: () => dropSearch(search.id), onSuccess: refresh });
  const seen = useMutation({ mutationFn: () => markSeen(search.id), onSuccess: refresh });
  const params = Object.fromEntries(new URLSearchParams(search.query));
  const feed = Object.fromEntries(Object.entries(params).filter(([name, value]) => ['area', 'service'].includes(name) && !value.includes(',')));
  return (
    <li className="panel">
      <div className="my-row">
        <h3><Link to="/search" search={params as never}>{search.name}</Link></h3>
        <span className={search.new > 0 ? 'new-count' : 'muted'}>{t('my.new', { count: search.new, total: format.count(search.new, i18n.language) })}</span>
        <span className="row">
          {search.new > 0 && <Button className="button small" aria-expanded={open} onPress={() => setOpen(!open)}>{t('my.show_new')}</Button>}
          {search.new > 0 && <BusyButton className="button small" busy={seen.isPending} onPress={() => seen.mutate()}>{t('my.seen')}</BusyButton>}
          <a className="button small" href={feedHref(feed)}>{t('my.feed')}</a>
          <BusyButton className="button small" busy={drop.isPending} aria-label={t('my.drop_of', { name: search.name })} onPress={() => drop.mutate()}>{t('my.drop')}</BusyButton>
        </span>
      </div>
      {open && <NewOffices id={search.id} />}
      {(drop.isError || seen.isError) && <ErrorPanel error={drop.error ?? seen.error} />}
    </li>
  );
}

function NewOffices({ id }: { id: string }) {
  const found = useQuery(newOfficesQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorPanel error={found.error} />;
  return <ul className="card-grid">{found.data.items.map((office) => <li key={office.id}><OfficeCard office={office} heading="h4" compact /></li>)}</ul>;
}

function Lists({ lists }: { lists: { id: string; name: string; offices: number; changed_at: string }[] }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => createList(name.trim()),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['my'] });
      await navigate({ to: '/my/lists/$id', params: { id } });
    },
  });
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{t('my.lists')}</h2>
      <ul className="plain my-list">
        {lists.map((list) => (
          <li key={list.id} className="panel my-row">
            <h3><Link to="/my/lists/$id" params={{ id: list.id }}>{list.name}</Link></h3>
            <span className="muted">{t('my.offices', { count: list.offices })}</span>
            <span className="small muted">{t('my.changed', { date: format.date(list.changed_at, i18n.language) })}</span>
          </li>
        ))}
      </ul>
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') create.mutate();
        }}
      >
        <TextField className="field" value={name} onChange={setName} maxLength={100}><Label>{t('lists.new_name')}</Label><Input /></TextField>
        <BusyButton type="submit" className="button primary" busy={create.isPending}>{t('my.create')}</BusyButton>
      </form>
      {create.isError && <ErrorPanel error={create.error} />}
    </section>
  );
}
