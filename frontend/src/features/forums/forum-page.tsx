import './forums.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { forumQuery, inputOf, removeForum, saveForum, type Forum, type ForumInput } from '../../api/forums';
import { dayAfter } from '../../lib/dates';
import { date } from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { Confirm } from '../../ui/confirm';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { ForumForm } from './forum-form';
import { SeatsBar } from './forums-page';
import { Members } from './members';
import { Seats } from './seats';

/** One forum: who should sit there, who does, who is missing. */
export function ForumPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/forums/$id' });
  const forum = useQuery(forumQuery(id));
  useTitle(forum.data?.name, t('shell.name'));
  if (forum.isPending) return <Loading />;
  if (!forum.data) return <div className="page"><ErrorPanel error={forum.error} onRetry={() => void forum.refetch()} /></div>;
  return <One forum={forum.data} />;
}

function One({ forum }: { forum: Forum }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState('');
  const save = useMutation({
    mutationFn: ({ input }: { input: ForumInput; done: string }) => saveForum(forum.id, input),
    onSuccess: async (_, { done }) => {
      setSaid(done);
      setEditing(false);
      await client.invalidateQueries({ queryKey: ['forums'] });
    },
  });
  const remove = useMutation({
    mutationFn: () => removeForum(forum.id),
    onSuccess: async () => {
      await navigate({ to: '/forums', search: { area: forum.area } });
      await client.invalidateQueries({ queryKey: ['forums'] });
    },
  });
  const may = forum.may_edit;
  const seat = (code: string, office: string | null, name: string) => {
    const input = inputOf(forum);
    const member = { seat: code, office, name: office ? '' : name, since: dayAfter(new Date(), 0), until: null };
    save.mutate({ input: { ...input, members: [...(input.members ?? []), member] }, done: t('forum.seated', { name }) });
  };
  return (
    <div className="page forum-page">
      <p className="small forum-up"><Link to="/forums" search={{ area: forum.area }}>{t('forum.title')}</Link></p>
      <div className="forum-head">
        <h1>{forum.name}</h1>
        {may && !editing && (
          <span className="row">
            <Button className="button small" onPress={() => setEditing(true)}>{t('forum.edit')}</Button>
            <Confirm className="button small" label={t('forum.remove')} question={t('forum.remove_question', { name: forum.name })} onConfirm={() => remove.mutate()} />
          </span>
        )}
      </div>
      <p className="muted">{t(`forum.kind.${forum.kind}`, { defaultValue: forum.kind })} / {forum.area_name}</p>
      <p role="status" className="forum-said">{said}</p>
      {(save.isError || remove.isError) && <ErrorPanel error={save.error ?? remove.error} />}
      {editing
        ? <ForumForm forum={forum} busy={save.isPending} onSave={(input) => save.mutate({ input, done: t('forum.saved') })} onCancel={() => setEditing(false)} />
        : (
          <>
            <SeatsBar seats={forum.seats.length} vacant={forum.vacant} />
            <Seats seats={forum.seats} own={forum.own_seats} may={may} busy={save.isPending} onSeat={seat} />
            <Members forum={forum} />
            <section aria-labelledby="meetings">
              <h2 id="meetings">{t('forum.meetings')}</h2>
              {forum.meetings.length === 0 ? <p className="muted">{t('forum.no_meetings')}</p> : <ul className="forum-days">{forum.meetings.map((on) => <li key={on}>{date(on, i18n.language)}</li>)}</ul>}
            </section>
            {forum.note && <section aria-labelledby="note"><h2 id="note">{t('forum.field.note')}</h2><p className="forum-note"><Terms>{forum.note}</Terms></p></section>}
          </>
        )}
    </div>
  );
}
