import './office-page.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLists } from '../../api/my';
import { entryQuery } from '../../api/entry';
import { metaQuery, officeQuery } from '../../api/queries';
import type { OfficeDetail } from '../../api/types';
import * as format from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { AddToList } from '../../ui/add-to-list';
import { Icon } from '../../ui/icons';
import { ErrorPanel, Loading } from '../../ui/states';
import { SystemBadges } from '../../ui/system-mark';
import { Checked, EntrySection } from './entry';
import { Keep } from './keep';
import { Marks } from './marks';
import { Moderate } from './moderate';
import { Nearest, Related } from './neighbours';
import { Organization } from './organization';
import { Reach } from './reach';
import { Services } from './services';
import { Sources } from './sources';
import { Suggest } from './suggest';
import { Ties } from './ties';
import { Where } from './where';

export function OfficePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/offices/$id' });
  const office = useQuery(officeQuery(id));
  const navigate = useNavigate();
  useTitle(office.data?.name, t('shell.name'));
  const moved = office.data && office.data.id !== id ? office.data.id : null;
  useEffect(() => {
    // The office was merged into another: the address becomes that of the one that stands.
    if (moved) void navigate({ to: '/offices/$id', params: { id: moved }, replace: true });
  }, [moved, navigate]);
  if (office.isPending) return <div className="page"><Loading /></div>;
  if (office.isError) {
    return (
      <div className="page narrow">
        <h1>{t('office.page')}</h1>
        <ErrorPanel error={office.error} onRetry={() => void office.refetch()}>
          <p><Link to="/search">{t('not_found.search')}</Link></p>
        </ErrorPanel>
      </div>
    );
  }
  return <Content office={office.data} />;
}

function Content({ office }: { office: OfficeDetail }) {
  const { t, i18n } = useTranslation();
  const meta = useQuery(metaQuery);
  const lists = useLists();
  const entry = useQuery(entryQuery(office.id)).data;
  const lang = i18n.language;
  return (
    <article className="page office-page">
      <header className="office-header">
        <div>
          {office.kana && <p className="reading">{office.kana}</p>}
          <h1>{office.name}</h1>
          <SystemBadges systems={office.systems} kyosei={office.kyosei} />
          {office.other_names.length > 0 && (
            <p className="small muted">{t('office.other_names', { names: office.other_names.join(t('list.separator')) })}</p>
          )}
        </div>
        <div className="office-actions">
          {office.position && (
            <Link className="button" to="/search" search={{ sel: office.id, view: 'map', map: `15,${office.position.lat},${office.position.lon}` }}>
              <Icon name="map" /> {t('office.on_big_map')}
            </Link>
          )}
          {lists.signedIn && (
            <AddToList
              name={office.name} lists={lists.lists}
              onAdd={(list, name) => lists.add.mutateAsync({ list, name, office: office.id })}
            />
          )}
          <Link className="button" to="/offices/$id/history" params={{ id: office.id }}>{t('office.history')}</Link>
          <Button className="button" onPress={() => window.print()}><Icon name="print" /> {t('office.print')}</Button>
        </div>
      </header>
      {office.gone_in && (
        <p className="panel warning" role="note">{t('office.gone_long', { edition: format.edition(office.gone_in, lang) })}</p>
      )}
      <Checked id={office.id} />
      {entry && <Keep id={office.id} entry={entry} />}
      <div className="office-grid">
        <Reach office={office} />
        <Where office={office} meta={meta.data} />
      </div>
      {entry && <EntrySection office={office} entry={entry} />}
      <Services office={office} />
      <Ties key={office.id} id={office.id} name={office.name} municipality={office.municipality?.code} />
      <Marks marks={office.marks} precision={office.position?.precision} />
      <Organization office={office} />
      <Related id="same-place" title={t('office.same_place')} note={t('office.same_place_note')} offices={office.same_place} />
      <Nearest office={office} />
      <Sources office={office} />
      <Moderate office={office} />
      <Suggest office={office} />
      <p className="print-only small">
        {t('office.printed', { date: format.date(new Date().toISOString(), lang), address: location.href })}
      </p>
    </article>
  );
}
