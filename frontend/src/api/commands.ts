import { client, take } from './http';
import type { Decision, ImportJob, Mapping } from './types';

export function upload(files: File[]): Promise<{ id: string }> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return take(client.POST('/api/v1/imports', { body: '', bodySerializer: () => form }));
}

export const confirmImport = (id: string, files: Decision[]) =>
  take<ImportJob>(client.POST('/api/v1/imports/{id}/confirm', { params: { path: { id } }, body: { files } }));

export const stopImport = (id: string) =>
  take<ImportJob>(client.POST('/api/v1/imports/{id}/stop', { params: { path: { id } } }));

export interface FileOptions {
  edition?: string | null;
  mapping?: Mapping | null;
  /** Keep the mapping under its name for later files. */
  save?: boolean;
}

/** Sets edition and mapping of one file; the server reads it again. */
export const setFileOptions = (id: string, index: number, options: FileOptions) =>
  take<ImportJob>(
    client.PUT('/api/v1/imports/{id}/files/{index}', { params: { path: { id, index } }, body: options as never }),
  );

const file = (id: string, name: string) => `/api/v1/imports/${encodeURIComponent(id)}/${name}.csv`;
export const rejectedHref = (id: string) => file(id, 'rejected');
export const changesHref = (id: string) => file(id, 'changes');
/** All offices of a search as a table, at most 5,000. */
export const officesHref = (params: Record<string, string>) => `/api/v1/offices.csv?${new URLSearchParams(params).toString()}`;
