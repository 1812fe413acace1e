import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { myQuery } from '../api/my';
import { LANGUAGES, type Language } from '../i18n/language';
import { changeLanguage } from '../i18n/setup';
import { sessionQuery } from '../api/accounts';
import { Who } from './who';

/** `may`: shown only to those who may do it, somewhere or everywhere. */
const PAGES = [
  { to: '/search', key: 'search' },
  { to: '/gaps', key: 'gaps' },
  { to: '/nurses', key: 'nurses' },
  { to: '/guide', key: 'guide' },
  { to: '/organizations', key: 'organizations' },
  { to: '/import', key: 'import', may: 'import' },
  { to: '/about', key: 'about' },
] as const;

/** Pages of one's own work; they show once somebody is signed in. */
function OwnPages() {
  const { t } = useTranslation();
  const { data: my } = useQuery(myQuery);
  if (!my?.signed_in) return null;
  return (
    <>
      <li><Link to="/my" activeProps={{ 'aria-current': 'page' }}>{my.new > 0 ? t('nav.my_new', { count: my.new }) : t('nav.my')}</Link></li>
      {my.moderates && <li><Link to="/review" activeProps={{ 'aria-current': 'page' }}>{t('nav.review')}</Link></li>}
      {my.audits && <li><Link to="/admin/audit" activeProps={{ 'aria-current': 'page' }}>{t('nav.audit')}</Link></li>}
    </>
  );
}

export function Header() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);
  const may = session.data?.may_everywhere ?? [];

  async function choose(language: Language) {
    await changeLanguage(language);
    await navigate({
      to: '.',
      search: ((previous: Record<string, unknown>) => ({ ...previous, lang: language === 'ja' ? undefined : language })) as never,
      replace: true,
      resetScroll: false,
    });
  }

  return (
    <header className="header">
      <Link to="/" className="brand">
        <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" fill="none" strokeLinejoin="round">
          <path d="M4 25L11 9.5L24 5.5L28 20" stroke="#6f86b3" strokeWidth="1.2" />
          <circle cx="4" cy="25" r="1.6" fill="#b9c7e4" />
          <circle cx="24" cy="5.5" r="1.6" fill="#b9c7e4" />
          <circle cx="28" cy="20" r="1.6" fill="#b9c7e4" />
          <path d="M14.5 9.5l2.800 5.900l6.500.8l-4.800 4.400l1.300 6.400l-5.800-3.200l-5.800 3.200l1.300-6.400l-4.800-4.400l6.500-.8z" stroke="#f3cf73" strokeWidth="1.8" fill="#0b1c3a" />
        </svg>
        <span className="brand-name">{t('shell.name')}</span>
        <span className="brand-line">{t('shell.tagline')}</span>
      </Link>
      <nav aria-label={t('shell.nav')}>
        <ul>
          {PAGES.filter((page) => !('may' in page) || may.includes(page.may)).map((page) => (
            <li key={page.to}>
              <Link to={page.to} activeProps={{ 'aria-current': 'page' }}>{t(`nav.${page.key}`)}</Link>
            </li>
          ))}
          <OwnPages />
        </ul>
      </nav>
      {session.data && <Who session={session.data} />}
      <div className="languages" role="group" aria-label={t('shell.language')}>
        {LANGUAGES.map((language) => (
          <Button
            key={language} className="language" lang={language} aria-pressed={i18n.language === language}
            onPress={() => void choose(language)}
          >
            {t(`language.${language}`)}
          </Button>
        ))}
      </div>
    </header>
  );
}
