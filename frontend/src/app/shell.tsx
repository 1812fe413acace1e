import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { metaQuery, taxonomyQuery } from '../api/queries';
import { TaxonomyContext, type Taxonomy } from '../lib/taxonomy';
import { Footer } from './footer';
import { Header } from './header';
import { useWall } from './use-wall';
import { Loading } from '../ui/states';

const NOTHING: Taxonomy = { systems: [], services: [] };

/** What surrounds every page: skip link, header, demo notice, main landmark, footer. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const meta = useQuery(metaQuery);
  const wall = useWall();
  const taxonomy = useQuery({ ...taxonomyQuery, enabled: wall === 'open' });
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  // A new page is announced by moving the reader to its start, as a full page load would.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);

  const fullHeight = pathname === '/search';
  return (
    <TaxonomyContext.Provider value={taxonomy.data ?? NOTHING}>
      <div className={fullHeight ? 'shell full-height' : 'shell'}>
        <a className="skip" href="#main">{t('shell.skip')}</a>
        <Header />
        {meta.data?.demo && <aside className="demo-notice" aria-label={t('shell.demo_label')}>{t('shell.demo')}</aside>}
        <main id="main" ref={main} tabIndex={-1}>
          {wall === 'unknown' ? <Loading /> : <Outlet />}
        </main>
        {!fullHeight && <Footer />}
      </div>
    </TaxonomyContext.Provider>
  );
}
