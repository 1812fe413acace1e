import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, take } from './http';
import type { Account, AccountPage, Enrolment, Grant, Link, LinkPurpose, OwnAccount, PermissionTable, Session, Sessions } from './types';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => take<Session>(client.GET('/api/v1/session', { signal })),
  staleTime: 60_000,
});

export const ownAccountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => take<OwnAccount>(client.GET('/api/v1/account', { signal })),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => take<Sessions>(client.GET('/api/v1/account/sessions', { signal })),
});

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) => take<PermissionTable>(client.GET('/api/v1/permissions', { signal })),
  staleTime: Infinity,
});

export function accountsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['accounts', q],
    queryFn: ({ pageParam, signal }) => take<AccountPage>(client.GET('/api/v1/accounts', { params: { query: { q, cursor: pageParam } }, signal })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? null,
    placeholderData: keepPreviousData,
  });
}

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['accounts', 'one', id],
    queryFn: ({ signal }) => take<Account>(client.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });
}

export function accountSessionsQuery(id: string) {
  return queryOptions({
    queryKey: ['accounts', 'sessions', id],
    queryFn: ({ signal }) => take<Sessions>(client.GET('/api/v1/accounts/{id}/sessions', { params: { path: { id } }, signal })),
  });
}

export const signIn = (login: string, password: string, code: string) =>
  take<unknown>(client.POST('/api/v1/session', { body: { login, password, code } }));
export const giveSecondFactor = (code: string) => take<unknown>(client.POST('/api/v1/session/second-factor', { body: { code } }));
export const signOut = () => take<unknown>(client.DELETE('/api/v1/session'));

export const lookAtLink = (token: string) => take<LinkPurpose>(client.POST('/api/v1/invitations/look', { body: { token } }));
export const takeLink = (body: { token: string; password: string; login?: string; name?: string }) =>
  take<unknown>(client.POST('/api/v1/invitations/take', { body }));

export const changeOwnName = (name: string) => take<unknown>(client.PATCH('/api/v1/account', { body: { name } }));
export const changePassword = (current: string, wanted: string) =>
  take<unknown>(client.POST('/api/v1/account/password', { body: { current, new: wanted } }));
export const signOutElsewhere = () => take<unknown>(client.DELETE('/api/v1/account/sessions'));
export const closeOwnSession = (id: string) => take<unknown>(client.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } } }));

export const beginSecondFactor = (password: string) => take<Enrolment>(client.POST('/api/v1/account/second-factor', { body: { password, code: '' } }));
export const confirmSecondFactor = (code: string) => take<{ codes: string[] }>(client.POST('/api/v1/account/second-factor/confirm', { body: { code } }));
export const renewRecoveryCodes = (password: string, code: string) =>
  take<{ codes: string[] }>(client.POST('/api/v1/account/second-factor/recovery-codes', { body: { password, code } }));
export const removeSecondFactor = (password: string, code: string) =>
  take<unknown>(client.POST('/api/v1/account/second-factor/remove', { body: { password, code } }));

export type GrantInput = Pick<Grant, 'role' | 'scope' | 'of'>;
export type Delivery = 'slip' | 'mail';
export interface NewAccount {
  login: string;
  name: string;
  email: string | null;
  grants: GrantInput[];
  delivery: Delivery;
}

const path = (id: string) => ({ params: { path: { id } } });
export const createAccount = (body: NewAccount) => take<Link>(client.POST('/api/v1/accounts', { body }));
export const changeAccount = (id: string, body: { name: string; email: string | null }) =>
  take<unknown>(client.PATCH('/api/v1/accounts/{id}', { ...path(id), body }));
export const createLink = (id: string, delivery: Delivery, drops: boolean) =>
  take<Link>(client.POST('/api/v1/accounts/{id}/links', { ...path(id), body: { delivery, drops_second_factor: drops } }));
export const addGrant = (id: string, body: GrantInput) => take<unknown>(client.POST('/api/v1/accounts/{id}/grants', { ...path(id), body }));
export const removeGrant = (id: string, query: GrantInput) =>
  take<unknown>(client.DELETE('/api/v1/accounts/{id}/grants', { params: { path: { id }, query } }));
export const closeAccount = (id: string) => take<unknown>(client.POST('/api/v1/accounts/{id}/close', path(id)));
export const reopenAccount = (id: string) => take<unknown>(client.POST('/api/v1/accounts/{id}/reopen', path(id)));
export const closeSessions = (id: string) => take<unknown>(client.DELETE('/api/v1/accounts/{id}/sessions', path(id)));
/** Begins single sign-on; the server sends the browser on. */
export const singleSignOnHref = (next: string) => `/api/v1/session/oidc?${new URLSearchParams({ next }).toString()}`;
