import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { termsQuery } from '../api/entry';
import { metaQuery, taxonomyQuery } from '../api/queries';
import { GlossaryContext } from '../lib/glossary';
import { TaxonomyContext, type Taxonomy } from '../lib/taxonomy';
import { Footer } from './footer';
import { Header } from './header';
import { useGlossary } from './use-glossary';
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
  const terms = useQuery({ ...termsQuery, enabled: wall === 'open' });
  const names = useMemo(
    () => ({ ...(taxonomy.data ?? NOTHING), strengths: terms.data?.strengths ?? [] }),
    [taxonomy.data, terms.data],
  );
  const glossary = useGlossary(taxonomy.data);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  // A new page is announced by moving the reader to its start, as a full page load would.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);

  const fullHeight = pathname === '/search';
  return (
    <TaxonomyContext.Provider value={names}>
      <GlossaryContext.Provider value={glossary}>
        <div className={fullHeight ? 'shell full-height' : 'shell'}>
          <a className="skip" href="#main">{t('shell.skip')}</a>
          <Header />
          {meta.data?.demo && <aside className="demo-notice" aria-label={t('shell.demo_label')}>{t('shell.demo')}</aside>}
          <main id="main" ref={main} tabIndex={-1}>
            {wall === 'unknown' ? <Loading /> : <Outlet />}
          </main>
          {!fullHeight && <Footer />}
        </div>
      </GlossaryContext.Provider>
    </TaxonomyContext.Provider>
  );
}
