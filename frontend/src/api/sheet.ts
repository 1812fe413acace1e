import { queryOptions } from '@tanstack/react-query';
import type { Pending } from '../lib/pending';
import { client, take } from './http';
import type { components } from './schema.gen';

/** The ☆ sheet of one respondent. The code is the right to it; nobody signs in. */
type Schemas = components['schemas'];

export type Sheet = Schemas['SheetView'];
export type SheetRow = Schemas['SheetRow'];
export type SheetSaved = Schemas['SheetSaved'];
export type SheetOutcome = Schemas['SheetOutcome'];
export type Neighbour = Schemas['Neighbour'];
export type Duty = Schemas['DutyView'];
export type QuestionAnswer = 'yes' | 'no' | 'elsewhere';

const sheet = (code: string) => ({ params: { path: { code } } });

export function sheetQuery(code: string) {
  return queryOptions({
    queryKey: ['sheet', code],
    queryFn: ({ signal }) => take<Sheet>(client.GET('/api/v1/sheets/{code}', { ...sheet(code), signal })),
    // Fetched again where something may have changed; never behind the respondent's back.
    staleTime: Infinity,
  });
}

export function sheetOfficesQuery(code: string, q: string) {
  return queryOptions({
    queryKey: ['sheet', code, 'offices', q],
    queryFn: ({ signal }) =>
      take<{ items: SheetRow[] }>(client.GET('/api/v1/sheets/{code}/offices', { params: { path: { code }, query: { q } }, signal })),
    enabled: q.trim() !== '',
    staleTime: 60_000,
  });
}

export function outcomeQuery(code: string) {
  return queryOptions({
    queryKey: ['sheet', code, 'outcome'],
    queryFn: ({ signal }) => take<SheetOutcome>(client.GET('/api/v1/sheets/{code}/outcome', { ...sheet(code), signal })),
    // What was true before somebody mended the answers is not shown again.
    staleTime: 0,
    gcTime: 0,
  });
}

export function saveSheet(code: string, request: Pending): Promise<SheetSaved> {
  const body: Schemas['SheetAnswer'] = {
    rows: Object.entries(request.rows).map(([office, star]) => ({ office, star })),
    unlisted: request.unlisted ?? null,
    state: request.state ?? null,
    consents: request.consents ?? false,
    paper: false,
  };
  return take<SheetSaved>(client.PATCH('/api/v1/sheets/{code}', { ...sheet(code), body }));
}

export const refuseSheet = (code: string) =>
  take<SheetSaved>(client.PATCH('/api/v1/sheets/{code}', {
    ...sheet(code), body: { rows: [], unlisted: null, state: 'refused', consents: false, paper: false },
  }));

export const withdrawSheet = (code: string) => take<SheetSaved>(client.DELETE('/api/v1/sheets/{code}', sheet(code)));

export const answerQuestion = (code: string, office: string, answer: QuestionAnswer) =>
  take<unknown>(client.POST('/api/v1/sheets/{code}/questions', { ...sheet(code), body: { office, answer } }));
