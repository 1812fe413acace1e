import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';
import type { Card } from './types';

type Schemas = components['schemas'];
export type My = Schemas['MyView'];
export type ListDetail = Schemas['ListDetail'];
export type SavedSearch = Schemas['SearchSummary'];

export const myQuery = queryOptions({
  queryKey: ['my'],
  queryFn: ({ signal }) => take<My>(client.GET('/api/v1/my', { signal })),
  staleTime: 30_000,
});

export function listQuery(id: string) {
  return queryOptions({
    queryKey: ['my', 'list', id],
    queryFn: ({ signal }) => take<ListDetail>(client.GET('/api/v1/my/lists/{id}', { params: { path: { id } }, signal })),
  });
}

export function newOfficesQuery(id: string) {
  return queryOptions({
    queryKey: ['my', 'new', id],
    queryFn: ({ signal }) => take<{ items: Card[] }>(client.GET('/api/v1/my/searches/{id}/new', { params: { path: { id } }, signal })),
  });
}

export const createList = (name: string) => take<ListDetail>(client.POST('/api/v1/my/lists', { body: { name } }));
export const dropList = (id: string) => take<unknown>(client.DELETE('/api/v1/my/lists/{id}', { params: { path: { id } } }));
export const replaceList = (id: string, body: Schemas['ListInput']) =>
  take<ListDetail>(client.PUT('/api/v1/my/lists/{id}', { params: { path: { id } }, body }));
export const addToList = (id: string, office: string) =>
  take<unknown>(client.POST('/api/v1/my/lists/{id}/offices', { params: { path: { id } }, body: { office } }));
export const saveSearch = (name: string, query: string) =>
  take<SavedSearch>(client.POST('/api/v1/my/searches', { body: { name, query } }));
export const dropSearch = (id: string) => take<unknown>(client.DELETE('/api/v1/my/searches/{id}', { params: { path: { id } } }));
export const markSeen = (id: string) => take<unknown>(client.POST('/api/v1/my/searches/{id}/seen', { params: { path: { id } } }));
export const listHref = (id: string, kind: 'csv' | 'vcf') => `/api/v1/my/lists/${encodeURIComponent(id)}/offices.${kind}`;
export const feedHref = (params: { area?: string; service?: string }) => `/api/v1/changes.atom?${new URLSearchParams(params).toString()}`;

/** The lists an office can be put into; none for a visitor. */
export function useLists() {
  const client = useQueryClient();
  const my = useQuery(myQuery);
  const refresh = () => client.invalidateQueries({ queryKey: ['my'] });
  const add = useMutation({
    mutationFn: async ({ list, name, office }: { list: string | null; name: string; office: string }) => {
      const id = list ?? (await createList(name)).id;
      await addToList(id, office);
      return id;
    },
    onSuccess: refresh,
  });
  return { signedIn: my.data?.signed_in ?? false, lists: my.data?.lists ?? [], add };
}
