import { queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type GapReport = Schemas['GapReport'];
export type GapRow = Schemas['GapRow'];
export type GapColumn = Schemas['GapColumn'];
export type GapCell = Schemas['GapCell'];
export type TieFigures = Schemas['TieFiguresView'];
export type TieRange = Schemas['TieRange'];
export type GapNote = Schemas['GapNoteView'];
export type GapNoteInput = Schemas['GapNoteInput'];
export type GapNoteChange = Schemas['GapNoteChange'];

export function gapReportQuery(area: string) {
  return queryOptions({
    queryKey: ['gaps', 'council', area],
    queryFn: ({ signal }) => take<GapReport>(client.GET('/api/v1/gaps/council', { params: { query: { area } }, signal })),
    enabled: area !== '',
  });
}

export function gapNotesQuery(area: string) {
  return queryOptions({
    queryKey: ['gaps', 'notes', area],
    queryFn: ({ signal }) =>
      take<{ items: GapNote[]; may_write: boolean }>(client.GET('/api/v1/gaps/notes', { params: { query: { area } }, signal })),
    enabled: area !== '',
  });
}

export const writeGapNote = (body: GapNoteInput) => take<GapNote>(client.POST('/api/v1/gaps/notes', { body }));
export const changeGapNote = (id: string, body: GapNoteChange) =>
  take<GapNote>(client.PATCH('/api/v1/gaps/notes/{id}', { params: { path: { id } }, body }));
