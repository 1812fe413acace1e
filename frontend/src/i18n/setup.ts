import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from './language';
import { resources } from './resources';

const STORED = 'hoshizu.lang';

/** The language of the address wins, so that a link shows what its sender saw; then the stored choice; then Japanese. */
export function wantedLanguage(search: string, stored: string | null): Language {
  const asked = new URLSearchParams(search).get('lang') ?? stored;
  return LANGUAGES.find((language) => language === asked) ?? 'ja';
}

export async function setUpTexts(language?: Language): Promise<void> {
  i18n.use(initReactI18next);
  await i18n.init({
    resources,
    lng: language ?? wantedLanguage(location.search, read()),
    fallbackLng: false,
    supportedLngs: [...LANGUAGES],
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  applyToDocument(i18n.language);
  i18n.on('languageChanged', applyToDocument);
}

export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage may be closed on a municipal desk; the address still carries the language.
  }
  await i18n.changeLanguage(language);
}

function read(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function applyToDocument(language: string): void {
  document.documentElement.lang = language;
}
