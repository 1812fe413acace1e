import './forums.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { forumsQuery, type Forum } from '../../api/forums';
import { useAreas } from '../../api/use-areas';
import { useTitle } from '../../lib/use-title';
import { AreaChoice } from '../../ui/area-choice';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { NewForum } from './new-forum';
import { useSeatName } from './seats';

/** 会議体: the forums of an area, and how many of their seats are taken. */
export function ForumsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/forums' });
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);
  const areas = useAreas();
  useTitle(t('forum.title'), t('shell.name'));
  const only = areas.prefectures.length === 1 ? areas.prefectures[0]?.code : undefined;
  const area = search.area ?? areas.own[0]?.code ?? only ?? '';
  const signed = Boolean(session.data?.signed);
  const forums = useQuery({ ...forumsQuery(area), enabled: signed && area !== '' });
  if (!areas.ready) return <Loading />;
  return (
    <div className="page">
      <h1>{t('forum.title')}</h1>
      <p><Terms>{t('forum.lead')}</Terms></p>
      {!signed ? <p className="panel notice">{t('forum.sign_in')} <Link to="/sign-in" search={{ next: '/forums' }}>{t('who.sign_in')}</Link></p> : (
        <>
          <div className="forum-area">
            <AreaChoice label={t('forum.area')} value={area} areas={areas} onChange={(code) => void navigate({ to: '/forums', search: { area: code }, replace: true })} />
          </div>
          {forums.isLoading && <Loading />}
          {forums.isError && <ErrorPanel error={forums.error} onRetry={() => void forums.refetch()} />}
          {forums.data?.items.length === 0 && <p className="panel notice">{t('forum.none')}</p>}
          {forums.data && forums.data.items.length > 0 && (
            <ul className="card-grid">{forums.data.items.map((forum) => <li key={forum.id}><Card forum={forum} /></li>)}</ul>
          )}
          {forums.data?.may_edit && <NewForum key={area} area={area} />}
        </>
      )}
    </div>
  );
}

function Card({ forum }: { forum: Forum }) {
  const { t } = useTranslation();
  const name = useSeatName();
  const vacant = forum.seats.filter((held) => held.held_by.length === 0);
  return (
    <>
      <h2 className="forum-name"><Link to="/forums/$id" params={{ id: forum.id }}>{forum.name}</Link></h2>
      <p className="small muted">{t(`forum.kind.${forum.kind}`, { defaultValue: forum.kind })} / {forum.area_name}</p>
      <SeatsBar seats={forum.seats.length} vacant={forum.vacant} />
      {vacant.length > 0 && <p className="small forum-vacant"><Terms>{t('forum.vacant_are', { names: vacant.map(({ seat }) => name(seat)).join(t('list.separator')) })}</Terms></p>}
    </>
  );
}

/** 席 taken of all, as words and as a row of seats. */
export function SeatsBar({ seats, vacant }: { seats: number; vacant: number }) {
  const { t } = useTranslation();
  return (
    <p className="forum-seats-bar">
      <span aria-hidden="true" className="forum-dots">{Array.from({ length: seats }, (_, at) => <span key={at} className={at < seats - vacant ? 'taken' : undefined} />)}</span>
      <span className="strong">{t('forum.filled', { filled: seats - vacant, seats })}</span>
      {vacant > 0 && <span className="forum-vacant strong">{t('forum.vacant', { count: vacant })}</span>}
    </p>
  );
}
