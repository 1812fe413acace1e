import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, sendFiles, take } from './http';
import type { components } from './schema.gen';

/** Surveys, waves and sheets, for those who keep them. */
type Schemas = components['schemas'];

export type Survey = Schemas['SurveyView'];
export type Design = Schemas['SurveyDesign'];
export type Selection = Required<Schemas['OfficeSelection']>;
export type Period = Schemas['WavePeriod'];
export type Preview = Schemas['SurveyPreview'];
export type WaveSummary = Schemas['WaveSummary'];
export type Wave = Schemas['WaveView'];
export type Group = Schemas['GroupProgress'];
export type Unlisted = Schemas['UnlistedView'];
export type SheetSummary = Schemas['SheetSummary'];
export type SheetSaved = Schemas['SheetSaved'];
export type PaperSheet = Schemas['SheetView'];
export type PaperRow = Schemas['SheetRow'];
export type Agency = Schemas['UnlistedAgency'];
export type Star = Schemas['StarView'];
export type PaperAnswer = Partial<Pick<Schemas['SheetAnswer'], 'rows' | 'unlisted' | 'state'>>;

export const surveysQuery = queryOptions({
  queryKey: ['surveys'],
  queryFn: ({ signal }) => take<{ items: Survey[] }>(client.GET('/api/v1/surveys', { signal })),
});

/** What a survey of this area is unless its keeper says otherwise. */
export function usualQuery(area: string) {
  return queryOptions({
    queryKey: ['surveys', 'usual', area],
    queryFn: ({ signal }) => take<Design>(client.GET('/api/v1/surveys/usual', { params: { query: { area } }, signal })),
    enabled: area !== '',
    staleTime: Infinity,
  });
}

/** How many a design asks. Texts do not count, so that typing them asks nothing. */
export function previewQuery(design: Design) {
  const body: Design = { ...design, title: '–', introduction: '', consent: '–'.repeat(10), contact: '', roster_size: 60 };
  return queryOptions({
    queryKey: ['surveys', 'preview', body],
    queryFn: ({ signal }) => take<Preview>(client.POST('/api/v1/surveys/preview', { body, signal })),
    enabled: design.area !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export const createSurvey = (design: Design, period: Period) =>
  take<Survey>(client.POST('/api/v1/surveys', { body: { design, period } }));
export const changeSurvey = (id: string, body: Design) =>
  take<Survey>(client.PUT('/api/v1/surveys/{id}', { params: { path: { id } }, body }));
export const nextWave = (id: string, body: Period) =>
  take<Survey>(client.POST('/api/v1/surveys/{id}/waves', { params: { path: { id } }, body }));

const wave = (id: string) => ({ params: { path: { id } } });

export function waveQuery(id: string) {
  return queryOptions({
    queryKey: ['wave', id],
    queryFn: ({ signal }) => take<Wave>(client.GET('/api/v1/waves/{id}', { ...wave(id), signal })),
    // Answers come in while a keeper looks.
    refetchInterval: 60_000,
  });
}

export function sheetsQuery(id: string) {
  return queryOptions({
    queryKey: ['wave', id, 'sheets'],
    queryFn: ({ signal }) => take<{ items: SheetSummary[] }>(client.GET('/api/v1/waves/{id}/sheets', { ...wave(id), signal })),
  });
}

export const changeWave = (id: string, period: Period, state: string) =>
  take<Wave>(client.PUT('/api/v1/waves/{id}', { ...wave(id), body: { period, state } }));
export const remindSheets = (id: string, codes: string[]) =>
  take<unknown>(client.POST('/api/v1/waves/{id}/reminders', { ...wave(id), body: { codes } }));
/** Says which office an agency is; without one it is dropped. */
export const resolveUnlisted = (id: string, { sheet, number }: Unlisted, office: string | null) =>
  take<unknown>(client.POST('/api/v1/waves/{id}/unlisted', { ...wave(id), body: { sheet, number, office } }));

export function paperSheetQuery(code: string) {
  return queryOptions({
    queryKey: ['paper', code],
    queryFn: ({ signal }) => take<PaperSheet>(client.GET('/api/v1/sheets/{code}', { params: { path: { code } }, signal })),
    enabled: code !== '',
    // Entering begins from what is stored now, not from what was seen before.
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** Saves what stands on paper; whoever sent it has agreed by sending it. */
export const savePaper = (code: string, answer: PaperAnswer) =>
  take<SheetSaved>(
    client.PATCH('/api/v1/sheets/{code}', { params: { path: { code } }, body: { rows: [], state: null, unlisted: null, ...answer, consents: true, paper: true } as Schemas['SheetAnswer'] }),
  );

/** What became of one filled-in file; with faults nothing of it was saved. */
export interface SheetFile {
  file: string;
  code: string | null;
  office_name: string | null;
  stars: number;
  unlisted: number;
  faults: Fault[];
}
export interface Fault {
  cell: string;
  value: string;
  reason: string;
  remedy: string;
}
export interface TieImport {
  reports: number;
  duplicates: number;
  sheets: number;
  matched: { id: number; number: number; name: number };
  rejected: { line: number; column: string; value: string; reason: string; remedy: string }[];
}

const at = (id: string, name: string) => `/api/v1/waves/${encodeURIComponent(id)}/${name}`;
export const sheetFiles = (id: string, files: File[]) => sendFiles<{ items: SheetFile[] }>(at(id, 'sheet-files'), files);
export const importTies = (id: string, file: File) => sendFiles<TieImport>(at(id, 'ties'), [file]);
export const importSurvey = (file: File) => sendFiles<Survey>('/api/v1/surveys/import', [file]);

export const sheetsPdfHref = (id: string, state: 'waiting' | 'all') => at(id, `sheets.pdf?state=${state}`);
export const sheetsZipHref = (id: string) => at(id, 'sheets.zip');
export const remindersHref = (id: string) => at(id, 'reminders.pdf');
export const EXPORTS = ['zip', 'csv', 'xlsx', 'graphml', 'gexf', 'json'] as const;
export const exportHref = (id: string, format: (typeof EXPORTS)[number]) => at(id, `export/${format}`);
export const sheetHref = (code: string, kind: 'pdf' | 'xlsx') => `/api/v1/sheets/${encodeURIComponent(code)}/form.${kind}`;
/** Where an office answers. */
export const answerUrl = (code: string) => `${location.origin}/s/${encodeURIComponent(code)}`;
