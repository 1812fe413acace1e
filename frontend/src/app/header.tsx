import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../i18n/language';
import { changeLanguage } from '../i18n/setup';
import { sessionQuery } from '../api/accounts';
import { More } from './more';
import { Who } from './who';

/** What everybody comes for; what is rarer, or one's own work, is in the menu beside. */
const PAGES = ['search', 'nurses', 'guide', 'gaps'] as const;

export function Header() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);

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
          {PAGES.map((page) => (
            <li key={page}>
              <Link to={`/${page}`} activeProps={{ 'aria-current': 'page' }}>
                <span className="nav-long">{t(`nav.${page}`)}</span>
                <span className="nav-short">{t(`nav_short.${page}`)}</span>
              </Link>
            </li>
          ))}
          <li><More may={{ somewhere: session.data?.may ?? [], everywhere: session.data?.may_everywhere ?? [] }} signed={Boolean(session.data?.signed)} /></li>
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
