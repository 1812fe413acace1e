import { queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

/** What offices say of themselves, what is due, and letters. */
type Schemas = components['schemas'];

export type Entry = Schemas['EntryView'];
export type EntryBody = Schemas['EntryBody'];
export type Contact = Schemas['ContactBody'];
export type Strength = Schemas['StrengthBody'];
export type Availability = Schemas['AvailabilityBody'];
export type HoursBody = Schemas['HoursBody'];
export type Freshness = Schemas['FreshnessView'];
export type Term = Schemas['TermView'];
export type Terms = Schemas['Terms'];
export type Letter = Schemas['LetterView'];
export type LetterOpened = Schemas['LetterOpened'];
export type DueList = Schemas['DueList'];
export type Answer = Schemas['ConfirmationAnswer'];
export type Suggestion = Schemas['SuggestionInput'];
export interface Outcome { state: 'published' | 'waiting' }

const office = (id: string) => ({ params: { path: { id } } });

export function entryQuery(id: string) {
  return queryOptions({
    queryKey: ['entry', id],
    queryFn: ({ signal }) => take<Entry>(client.GET('/api/v1/offices/{id}/entry', { ...office(id), signal })),
    staleTime: 30_000,
  });
}

export const termsQuery = queryOptions({
  queryKey: ['terms'],
  queryFn: ({ signal }) => take<Terms>(client.GET('/api/v1/terms', { signal })),
  staleTime: 600_000,
});

export function dueQuery(params: { within: number; checked_before: boolean }) {
  return queryOptions({
    queryKey: ['due', params],
    queryFn: ({ signal }) => take<DueList>(client.GET('/api/v1/due', { params: { query: params }, signal })),
  });
}

export const dueHref = (params: { within: number; checked_before: boolean }) =>
  `/api/v1/due.csv?within=${params.within}&checked_before=${String(params.checked_before)}`;

/** What a save may come to: the new state, or what somebody else has written meanwhile. */
export type Saved = { kind: 'saved'; entry: Entry } | { kind: 'conflict'; current: Entry };

export async function saveEntry(id: string, version: number, entry: EntryBody, no_client_data: boolean): Promise<Saved> {
  const call = client.PUT('/api/v1/offices/{id}/entry', {
    params: { path: { id }, header: { 'If-Match': `"${version}"` } },
    body: { entry, no_client_data },
  });
  const { error, response } = await call;
  if (response.status === 409 && error && 'current' in error) return { kind: 'conflict', current: error.current };
  return { kind: 'saved', entry: await take<Entry>(call) };
}

export const setValue = (id: string, body: Schemas['ValueInput']) =>
  take<Outcome>(client.PUT('/api/v1/offices/{id}/values', { ...office(id), body }));

export const suggest = (id: string, body: Suggestion) =>
  take<Outcome>(client.POST('/api/v1/offices/{id}/suggestions', { ...office(id), body }));

export const confirmOffice = (id: string, answer: Answer) =>
  take<Outcome>(client.POST('/api/v1/offices/{id}/confirmations', { ...office(id), body: { answer } }));

export const openLetter = (token: string) => take<LetterOpened>(client.POST('/api/v1/letters/open', { body: { token } }));

export const answerLetter = (token: string, answer: Answer, note: string | null) =>
  take<Outcome>(client.POST('/api/v1/letters/answer', { body: { token, answer, note } }));

export const makeLetters = (offices: string[], delivery: 'slip' | 'mail') =>
  take<{ items: Letter[] }>(client.POST('/api/v1/letters', { body: { offices, delivery } }));

export const putPhoto = (id: string, file: Blob) =>
  take<unknown>(client.PUT('/api/v1/offices/{id}/photo', {
    ...office(id), body: file as never, bodySerializer: (body) => body as never, headers: { 'Content-Type': 'application/octet-stream' },
  }));

export const removePhoto = (id: string) => take<unknown>(client.DELETE('/api/v1/offices/{id}/photo', office(id)));
