import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Params } from '../lib/search-state';
import type { Taxonomy } from '../lib/taxonomy';
import { isBusy } from '../lib/import-state';
import { client, take } from './http';
import type {
  AreaRow, Card, CoverageMeasures, CoverageTable, ImportJob, ImportRun, Mapping, Meta, OfficeDetail, OfficePage, OrganizationDetail, OrganizationPage, SideBySide, Suggestion,
} from './types';

const HOUR = 3_600_000;

const after = (cursor: string | null) => (cursor ? { cursor } : {});

export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: ({ signal }) => take<Meta>(client.GET('/api/v1/meta', { signal })),
  staleTime: 60_000,
});

export const taxonomyQuery = queryOptions({
  queryKey: ['taxonomy'],
  queryFn: ({ signal }) => take<Taxonomy>(client.GET('/api/v1/taxonomy', { signal })),
  staleTime: HOUR,
});

export function officesQuery(params: Params, limit = 20) {
  return infiniteQueryOptions({
    queryKey: ['offices', params, limit],
    queryFn: ({ pageParam, signal }) =>
      // The address gives every value as text, which is how it is sent again.
      take<OfficePage>(client.GET('/api/v1/offices', { params: { query: { ...params, limit, ...after(pageParam) } as never }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function suggestQuery(q: string) {
  return queryOptions({
    queryKey: ['suggest', q],
    queryFn: ({ signal }) => take<{ items: Suggestion[] }>(client.GET('/api/v1/suggest', { params: { query: { q, limit: 8 } }, signal })),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function officeQuery(id: string) {
  return queryOptions({
    queryKey: ['office', id],
    queryFn: ({ signal }) => take<OfficeDetail>(client.GET('/api/v1/offices/{id}', { params: { path: { id } }, signal })),
    staleTime: 30_000,
  });
}

export function nearestQuery(id: string, service: string) {
  return queryOptions({
    queryKey: ['nearest', id, service],
    queryFn: ({ signal }) =>
      take<{ items: Card[] }>(
        client.GET('/api/v1/offices/{id}/nearest', { params: { path: { id }, query: { service, limit: 5 } }, signal }),
      ),
    staleTime: 30_000,
  });
}

export function organizationsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['organizations', q],
    queryFn: ({ pageParam, signal }) =>
      take<OrganizationPage>(client.GET('/api/v1/organizations', { params: { query: { q, limit: 30, ...after(pageParam) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor ?? null,
    placeholderData: keepPreviousData,
  });
}

export function organizationQuery(id: string) {
  return queryOptions({
    queryKey: ['organization', id],
    queryFn: ({ signal }) => take<OrganizationDetail>(client.GET('/api/v1/organizations/{id}', { params: { path: { id } }, signal })),
  });
}

export function areasQuery(q: string) {
  return queryOptions({
    queryKey: ['areas', q],
    queryFn: ({ signal }) => take<{ items: AreaRow[] }>(client.GET('/api/v1/areas', { params: { query: { q } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: HOUR,
  });
}

/** The areas of everyday life, school districts and wards directly inside an area. */
export function areasInQuery(parent: string) {
  const kind = 'community_area,school_district,ward';
  return queryOptions({
    queryKey: ['areas-in', parent],
    queryFn: ({ signal }) => take<{ items: AreaRow[] }>(client.GET('/api/v1/areas', { params: { query: { parent, kind } }, signal })),
    staleTime: HOUR,
  });
}

export function areaQuery(code: string) {
  return queryOptions({
    queryKey: ['area', code],
    queryFn: ({ signal }) => take<{ name: string; bounds?: number[] | null }>(client.GET('/api/v1/areas/{code}', { params: { path: { code } }, signal })),
    staleTime: HOUR,
  });
}

/** Every area directly inside an area. */
export function partsQuery(parent: string) {
  return queryOptions({
    queryKey: ['parts', parent],
    queryFn: ({ signal }) => take<{ items: AreaRow[] }>(client.GET('/api/v1/areas', { params: { query: { parent } }, signal })),
    enabled: parent !== '',
    staleTime: HOUR,
  });
}

/** Prefectures, municipalities and wards, to choose from. */
export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) =>
    take<{ items: AreaRow[] }>(client.GET('/api/v1/areas', { params: { query: { kind: 'prefecture,municipality,ward' } }, signal })),
  staleTime: HOUR,
});

export function coverageQuery(params: Params) {
  return queryOptions({
    queryKey: ['coverage', params],
    queryFn: ({ signal }) => take<CoverageTable>(client.GET('/api/v1/coverage', { params: { query: params }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function sideBySideQuery(params: Params) {
  return queryOptions({
    queryKey: ['coverage', 'side-by-side', params],
    queryFn: ({ signal }) => take<SideBySide>(client.GET('/api/v1/coverage/side-by-side', { params: { query: params }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

export const coverageMeasuresQuery = queryOptions({
  queryKey: ['coverage', 'measures'],
  queryFn: ({ signal }) => take<CoverageMeasures>(client.GET('/api/v1/coverage/measures', { signal })),
  staleTime: 60_000,
});

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => take<{ active: ImportJob[]; runs: ImportRun[] }>(client.GET('/api/v1/imports', { signal })),
});

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => take<ImportJob>(client.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    // Progress is followed while the server works, twice a second.
    refetchInterval: (query) => (isBusy(query.state.data?.state) ? 500 : false),
  });
}

export const mappingsQuery = queryOptions({
  queryKey: ['mappings'],
  queryFn: ({ signal }) => take<{ items: Mapping[] }>(client.GET('/api/v1/mappings', { signal })),
});
