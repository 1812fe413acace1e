import { createContext, useContext } from 'react';

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
