import { queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Forum = Schemas['ForumView'];
export type ForumInput = Schemas['ForumInput'];
export type Seat = Schemas['SeatView'];
export type HeldSeat = Schemas['HeldSeat'];
export type Member = Schemas['MemberView'];
export type Template = Schemas['ForumTemplate'];

export function forumsQuery(area: string) {
  return queryOptions({
    queryKey: ['forums', area],
    queryFn: ({ signal }) =>
      take<{ items: Forum[]; may_edit: boolean }>(client.GET('/api/v1/forums', { params: { query: { area } }, signal })),
    enabled: area !== '',
  });
}

export function forumQuery(id: string) {
  return queryOptions({
    queryKey: ['forums', 'one', id],
    queryFn: ({ signal }) => take<Forum>(client.GET('/api/v1/forums/{id}', { params: { path: { id } }, signal })),
  });
}

export const templatesQuery = queryOptions({
  queryKey: ['forum-templates'],
  queryFn: ({ signal }) => take<Template[]>(client.GET('/api/v1/forum-templates', { signal })),
  staleTime: Infinity,
});

export const createForum = (body: ForumInput) => take<Forum>(client.POST('/api/v1/forums', { body }));
export const saveForum = (id: string, body: ForumInput) =>
  take<Forum>(client.PUT('/api/v1/forums/{id}', { params: { path: { id } }, body }));
export const removeForum = (id: string) => take<unknown>(client.DELETE('/api/v1/forums/{id}', { params: { path: { id } } }));

/** What is stored of a forum, without what is only shown. */
export function inputOf(forum: Forum): ForumInput {
  const { area, kind, name, note, meetings } = forum;
  return {
    area, kind, name, note, meetings,
    seats: forum.own_seats ? forum.seats.map((held) => held.seat) : [],
    members: forum.members.map((member) => ({ ...member, name: member.office ? '' : member.name })),
  };
}
