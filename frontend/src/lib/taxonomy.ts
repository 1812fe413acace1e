import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

export interface ServiceName {
  code: string;
  system: string;
  ja: string;
  short_ja: string;
  en: string;
}

export interface Taxonomy {
  systems: { code: string; ja: string; en: string }[];
  services: ServiceName[];
  /** 特長 of this installation. */
  strengths?: { code: string; ja: string; en: string }[];
}

/** Names of services, loaded once and given to every part that shows them. */
export const TaxonomyContext = createContext<Taxonomy>({ systems: [], services: [] });

export function useTaxonomy(): Taxonomy {
  return useContext(TaxonomyContext);
}

/** Short name of a service in the language; the code itself where the taxonomy does not know it. */
export function serviceName(taxonomy: Taxonomy, code: string, lang: string, length: 'short' | 'full' = 'short'): string {
  const found = taxonomy.services.find((service) => service.code === code);
  if (!found) return code;
  if (lang === 'en') return found.en;
  return length === 'short' ? found.short_ja : found.ja;
}

/** Short names of the services that have one here: where visitors may not read the directory, none has. */
export function knownServices(taxonomy: Taxonomy, codes: readonly string[], lang: string): string[] {
  return codes.filter((code) => taxonomy.services.some((service) => service.code === code)).map((code) => serviceName(taxonomy, code, lang));
}

/** Names of strengths in the language of the page. */
export function useStrengthName(): (code: string) => string {
  const { strengths } = useTaxonomy();
  const { i18n } = useTranslation();
  return (code) => {
    const term = strengths?.find((one) => one.code === code);
    return (i18n.language === 'en' ? term?.en : term?.ja) ?? code;
  };
}
