import { queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type GapReport = Schemas['GapReport'];
export type GapRow = Schemas['GapRow'];
export type GapColumn = Schemas['GapColumn'];
export type GapCell = Schemas['GapCell'];
export type GapTies = Schemas['GapTies'];
export type TieFigures = Schemas['TieFiguresView'];
export type TieRange = Schemas['TieRange'];
export type GapNote = Schemas['GapNoteView'];
export type GapNoteInput = Schemas['GapNoteInput'];
export type GapNoteChange = Schemas['GapNoteChange'];
export type WhatIf = Schemas['WhatIf'];
export type WhatIfRow = Schemas['WhatIfRow'];
export type WhatIfFigures = Schemas['WhatIfFigures'];
export type WhatIfBasis = Schemas['WhatIfBasis'];
export type WhatIfChoices = Schemas['WhatIfChoices'];
export type BestPlaces = Schemas['BestPlaces'];
export type TieWhatIf = Schemas['TieWhatIf'];

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

/** Ties of the offices of a service, by area: for professionals of the area. */
export function gapTiesQuery(area: string, service: string) {
  return queryOptions({
    queryKey: ['gaps', 'ties', area, service],
    queryFn: ({ signal }) => take<GapTies>(client.GET('/api/v1/gaps/ties', { params: { query: { area, service } }, signal })),
    staleTime: 60_000,
    retry: false,
  });
}

/** Figures as they are and as they would be; nothing is stored. */
export function whatIfQuery(query: { area: string; service: string; close?: string; place?: string }) {
  return queryOptions({
    queryKey: ['gaps', 'what-if', query],
    queryFn: ({ signal }) => take<WhatIf>(client.GET('/api/v1/gaps/what-if', { params: { query }, signal })),
    enabled: query.area !== '',
    staleTime: 60_000,
  });
}

export function bestPlacesQuery(query: { area: string; service: string; count: number }) {
  return queryOptions({
    queryKey: ['gaps', 'places', query],
    queryFn: ({ signal }) => take<BestPlaces>(client.GET('/api/v1/gaps/places', { params: { query }, signal })),
    enabled: query.area !== '',
    staleTime: 60_000,
  });
}

export function whatIfChoicesQuery(area: string, service: string) {
  return queryOptions({
    queryKey: ['gaps', 'choices', area, service],
    queryFn: ({ signal }) => take<WhatIfChoices>(client.GET('/api/v1/gaps/choices', { params: { query: { area, service } }, signal })),
    enabled: area !== '' && service !== '',
    staleTime: 60_000,
  });
}

export function tieWhatIfQuery(query: { area: string; close?: string; meeting?: string }) {
  return queryOptions({
    queryKey: ['gaps', 'what-if-ties', query],
    queryFn: ({ signal }) => take<TieWhatIf>(client.GET('/api/v1/gaps/what-if/ties', { params: { query }, signal })),
    enabled: query.area !== '',
    retry: false,
  });
}
