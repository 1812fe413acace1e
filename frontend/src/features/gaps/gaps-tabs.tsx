import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The public figures, beside them the council's matrix, and what would change. */
export function GapsTabs({ area }: { area: string }) {
  const { t } = useTranslation();
  const search: Record<string, string> = area ? { area } : {};
  return (
    <nav className="gaps-tabs" aria-label={t('nav.gaps')}>
      <Link to="/gaps" search={search} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t('council.tab_public')}</Link>
      <Link to="/gaps/council" search={search} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t('council.title')}</Link>
      <Link to="/gaps/what-if" search={search} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t('what_if.title')}</Link>
    </nav>
  );
}
