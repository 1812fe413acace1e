import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type ReviewItem = Schemas['ReviewView'];
export type ReviewPage = Schemas['ReviewPage'];
export type Compared = Schemas['ComparedField'];
export type Decision = Schemas['DecisionView'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type HistoryPage = Schemas['HistoryPage'];
export type AuditLine = Schemas['AuditLine'];
export type AuditPage = Schemas['AuditPage'];
type Decided = Schemas['Decided'];
type Undo = Schemas['UndoView'];
type Restored = Schemas['RestoredView'];

export interface ReviewFilter {
  kind?: string;
  area?: string;
}

export function reviewQuery(filter: ReviewFilter) {
  return queryOptions({
    queryKey: ['review', filter],
    queryFn: ({ signal }) =>
      take<ReviewPage>(client.GET('/api/v1/review-items', { params: { query: { ...filter, limit: 50 } }, signal })),
  });
}

export const decisionsQuery = queryOptions({
  queryKey: ['decisions'],
  queryFn: ({ signal }) => take<{ items: Decision[] }>(client.GET('/api/v1/decisions', { signal })),
});

export interface Answer {
  choice: string;
  into?: string;
  value?: string;
}

export const decide = (id: string, answer: Answer) =>
  take<Decided>(client.POST('/api/v1/review-items/{id}/decision', { params: { path: { id } }, body: answer }));
export const undo = (id: string) => take<Undo>(client.POST('/api/v1/decisions/{id}/undo', { params: { path: { id } } }));
export const findDuplicates = () => take<{ asked: number }>(client.POST('/api/v1/review-items/find-duplicates'));
export const merge = (id: string, away: string) =>
  take<Decided>(client.POST('/api/v1/offices/{id}/merge', { params: { path: { id } }, body: { away } }));
export const split = (id: string, services: string[]) =>
  take<Decided>(client.POST('/api/v1/offices/{id}/split', { params: { path: { id } }, body: { services } }));
export const restore = (id: string, seq: number) =>
  take<Restored>(client.POST('/api/v1/offices/{id}/restore', { params: { path: { id } }, body: { seq } }));

export function historyQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['history', id],
    queryFn: ({ pageParam, signal }) =>
      take<HistoryPage>(
        client.GET('/api/v1/offices/{id}/history', {
          params: { path: { id }, query: pageParam === null ? {} : { before: pageParam } }, signal,
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next ?? null,
  });
}

export type AuditFilter = Partial<Record<'actor' | 'entity' | 'from' | 'to' | 'id', string>>;

export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      take<AuditPage>(
        client.GET('/api/v1/audit', { params: { query: { ...filter, ...(pageParam === null ? {} : { before: pageParam }) } }, signal }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next ?? null,
  });
}

export const auditHref = (filter: AuditFilter, kind: 'csv' | 'jsonl') =>
  `/api/v1/audit.${kind}?${new URLSearchParams(filter).toString()}`;

export function municipalitiesQuery() {
  return queryOptions({
    queryKey: ['municipalities'],
    queryFn: ({ signal }) =>
      take<{ items: { code: string; name: string }[] }>(
        client.GET('/api/v1/areas', { params: { query: { kind: 'municipality,ward' } }, signal }),
      ),
    staleTime: 3_600_000,
  });
}
