import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Desk = Schemas['DeskView'];
export type DeskInput = Schemas['DeskInput'];
export type DeskReason = Schemas['DeskReason'];
export type HandOver = Schemas['HandOverView'];
export type LineStep = Schemas['NurseLineStep'];
export type GeneralAnswer = Schemas['GeneralAnswer'];
export type NurseAnswer = Schemas['NurseAnswer'];
export type MatrixCell = Schemas['NurseCell'];
export type NurseMatrix = Schemas['NurseMatrix'];
export type NurseMap = Schemas['NurseMap'];
export type NurseMapUnit = Schemas['NurseMapUnit'];
export type NurseMapDesk = Schemas['NurseMapDesk'];
export type DeskTerms = Schemas['DeskTerms'];
export type DeskImport = Schemas['DeskImport'];

const HOUR = 3_600_000;

/** Nothing is asked before something is given. */
export function nurseLookupQuery({ place, topic, age, near }: { place: string; topic: string; age: string; near: string }) {
  const [lat, lon] = near.split(',').map(Number);
  const where = near && lat !== undefined && lon !== undefined ? { lat, lon } : place ? { place } : {};
  const query = { ...where, ...(topic ? { topic } : {}), ...(age ? { age: Number(age) } : {}) };
  return queryOptions({
    queryKey: ['nurses', place, topic, age, near],
    queryFn: ({ signal }) => take<NurseAnswer>(client.GET('/api/v1/nurse-desks/lookup', { params: { query }, signal })),
    enabled: Boolean(place || topic || near),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export const nurseTermsQuery = queryOptions({
  queryKey: ['nurse-terms'],
  queryFn: ({ signal }) => take<DeskTerms>(client.GET('/api/v1/nurse-desks/terms', { signal })),
  staleTime: HOUR,
});

export function nurseMatrixQuery(area: string) {
  return queryOptions({
    queryKey: ['nurse-matrix', area],
    queryFn: ({ signal }) => take<NurseMatrix>(client.GET('/api/v1/nurse-desks/matrix', { params: { query: { area } }, signal })),
    staleTime: 30_000,
  });
}

/** Without a topic, all of them; without an age, all ages. */
export function nurseMapQuery(area: string, topic: string, age: string) {
  const query = { area, ...(topic ? { topic } : {}), ...(age ? { age: Number(age) } : {}) };
  return queryOptions({
    queryKey: ['nurse-map', area, topic, age],
    queryFn: ({ signal }) => take<NurseMap>(client.GET('/api/v1/nurse-desks/map', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function nurseDesksQuery(owner: string) {
  return queryOptions({
    queryKey: ['nurse-desks', owner],
    queryFn: ({ signal }) => take<{ items: Desk[]; may_edit: boolean }>(client.GET('/api/v1/nurse-desks', { params: { query: { owner } }, signal })),
    enabled: owner !== '',
  });
}

export const saveDesk = (id: string | null, body: DeskInput) =>
  id
    ? take<Desk>(client.PUT('/api/v1/nurse-desks/{id}', { params: { path: { id } }, body }))
    : take<Desk>(client.POST('/api/v1/nurse-desks', { body }));

export const removeDesk = (id: string) => take<unknown>(client.DELETE('/api/v1/nurse-desks/{id}', { params: { path: { id } } }));

export function importDesks(file: File, dryRun: boolean): Promise<DeskImport> {
  const form = new FormData();
  form.append('file', file, file.name);
  return take(client.POST('/api/v1/nurse-desks/import', { params: { query: { dry_run: dryRun } }, body: '', bodySerializer: () => form }));
}

const table = (name: string, owner: string) => `/api/v1/${name}?${new URLSearchParams({ owner }).toString()}`;
export const templateHref = (owner: string) => table('nurse-desks/template.xlsx', owner);
export const sheetPdfHref = (area: string) => `/api/v1/nurse-desks/sheet.pdf?${new URLSearchParams({ area }).toString()}`;
export const desksCsvHref = (owner: string) => table('nurse-desks.csv', owner);
