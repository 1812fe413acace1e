import { createRootRoute } from '@tanstack/react-router';
import { Crash, NotFound } from './not-found';
import { Shell } from './shell';

type Search = Record<string, string>;
// A key set to undefined is one to drop, not the word "undefined".
export const asText = (search: Record<string, unknown>): Search =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Crash,
  validateSearch: (search: Record<string, unknown>): { lang?: string } =>
    search.lang === 'ja' || search.lang === 'en' ? { lang: search.lang } : {},
  // The language stays in the address from page to page.
  search: { middlewares: [({ search, next }) => ({ ...(search.lang ? { lang: search.lang } : {}), ...next(search) })] },
});
