import { queryOptions } from '@tanstack/react-query';
import type { Star } from '../lib/star';
import { client, take } from './http';
import type { components } from './schema.gen';

/** Ties of one office, as far as whoever asks may see them. */
type Schemas = components['schemas'];

export type OfficeTies = Schemas['OfficeTies'];
export type OfficeTie = Schemas['OfficeTie'];
export type Statement = Schemas['StatementView'];
export type StructuralLink = Schemas['StructuralLink'];
export type TieAnswer = 'yes' | 'no' | 'elsewhere';

const by = (id: string) => ({ params: { path: { id } } });

export function officeTiesQuery(id: string) {
  return queryOptions({
    queryKey: ['ties', id],
    queryFn: ({ signal }) => take<OfficeTies>(client.GET('/api/v1/offices/{id}/ties', { ...by(id), signal })),
    staleTime: 30_000,
  });
}

export type Introductions = Schemas['IntroductionLists'];
export type Introduction = Schemas['IntroductionEntry'];
export type IntroductionReason = Schemas['IntroductionReason'];

/** Whom an office should get to know, with reasons. */
export function introductionsQuery(id: string) {
  return queryOptions({
    queryKey: ['introductions', id],
    queryFn: ({ signal }) => take<Introductions>(client.GET('/api/v1/offices/{id}/introductions', { ...by(id), signal })),
    staleTime: 60_000,
  });
}

export function structuralLinksQuery(id: string) {
  return queryOptions({
    queryKey: ['links', id],
    queryFn: ({ signal }) => take<{ items: StructuralLink[] }>(client.GET('/api/v1/offices/{id}/links', { ...by(id), signal })),
    staleTime: 600_000,
  });
}

export const stateTie = (id: string, partner: string, star: Star) =>
  take<Statement>(client.POST('/api/v1/offices/{id}/ties', { ...by(id), body: { partner, star } }));

export const endTie = (id: string) => take<unknown>(client.DELETE('/api/v1/ties/{id}', by(id)));

export const answerTie = (id: string, answer: TieAnswer) => take<unknown>(client.POST('/api/v1/ties/{id}/answer', { ...by(id), body: { answer } }));
