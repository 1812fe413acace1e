import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type GuideTerms = Schemas['GuideTerms'];
export type GuideAnswer = Schemas['GuideAnswer'];
export type GuideStep = Schemas['GuideStep'];
export type GuideRole = Schemas['GuideRole'];
export type Conclusion = Schemas['ConclusionView'];
export type Checklist = Schemas['GuideChecklist'];
export type Network = Schemas['GuideNetwork'];
export type NetworkBox = Schemas['GuideBox'];
export type Guideline = Schemas['GuidelineView'];
export type Both = Schemas['BothTexts'];
export type Glossary = Schemas['Glossary'];

/** What is said of a person. It lives in this page only: not in its address, not in storage. */
export interface GuideCase {
  age: string;
  turns65In: string;
  place: string;
  conditions: string[];
  services: string[];
  situations: string[];
}

const HOUR = 3_600_000;

export const guideTermsQuery = queryOptions({
  queryKey: ['guide-terms'],
  queryFn: ({ signal }) => take<GuideTerms>(client.GET('/api/v1/guide/terms', { signal })),
  staleTime: HOUR,
});

export function guideQuery(asked: GuideCase) {
  const list = (name: string, words: string[]) => (words.length ? { [name]: words.join(',') } : {});
  const query = {
    ...(asked.turns65In ? { turns_65_in: Number(asked.turns65In) } : asked.age ? { age: Number(asked.age) } : {}),
    ...(asked.place.trim() ? { place: asked.place.trim() } : {}),
    ...list('condition', asked.conditions), ...list('service', asked.services), ...list('situation', asked.situations),
  };
  return queryOptions({
    queryKey: ['guide', query],
    queryFn: ({ signal }) => take<GuideAnswer>(client.GET('/api/v1/guide', { params: { query: query as never }, signal })),
    enabled: Object.keys(query).some((key) => key !== 'place'),
    placeholderData: keepPreviousData,
    // Nothing asked here stays longer than the page.
    gcTime: 0,
  });
}

export const glossaryQuery = queryOptions({
  queryKey: ['glossary'],
  queryFn: ({ signal }) => take<Glossary>(client.GET('/api/v1/glossary', { signal })),
  staleTime: HOUR,
});
