import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../lib/address';
import { StartPage } from '../features/start/start-page';
import { keeperRoutes } from './keeper-routes';
import { networkRoute } from './network-route';
import { asText, root } from './root';

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage });
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/search/search-page'), 'SearchPage'),
});
const office = createRoute({
  getParentRoute: () => root,
  path: '/offices/$id',
  component: lazyRouteComponent(() => import('../features/office/office-page'), 'OfficePage'),
});
const edit = createRoute({
  getParentRoute: () => root,
  path: '/offices/$id/edit',
  component: lazyRouteComponent(() => import('../features/entry/edit-page'), 'EditPage'),
});
const confirm = createRoute({
  getParentRoute: () => root,
  path: '/confirm',
  component: lazyRouteComponent(() => import('../features/confirm/confirm-page'), 'ConfirmPage'),
});
const code = createRoute({
  getParentRoute: () => root,
  path: '/s',
  component: lazyRouteComponent(() => import('../features/sheet/code-page'), 'CodePage'),
});
const sheet = createRoute({
  getParentRoute: () => root,
  path: '/s/$code',
  component: lazyRouteComponent(() => import('../features/sheet/sheet-page'), 'SheetPage'),
});
const due = createRoute({
  getParentRoute: () => root,
  path: '/due',
  component: lazyRouteComponent(() => import('../features/due/due-page'), 'DuePage'),
});
const organizations = createRoute({
  getParentRoute: () => root,
  path: '/organizations',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/organization/organizations-page'), 'OrganizationsPage'),
});
const organization = createRoute({
  getParentRoute: () => root,
  path: '/organizations/$id',
  component: lazyRouteComponent(() => import('../features/organization/organization-page'), 'OrganizationPage'),
});
const gaps = createRoute({
  getParentRoute: () => root,
  path: '/gaps',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/gaps/gaps-page'), 'GapsPage'),
});
const council = createRoute({
  getParentRoute: () => root,
  path: '/gaps/council',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/gaps/council-page'), 'CouncilPage'),
});
const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/gaps/what-if',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/gaps/what-if-page'), 'WhatIfPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/import/import-page'), 'ImportPage'),
});
const history = createRoute({
  getParentRoute: () => root,
  path: '/offices/$id/history',
  component: lazyRouteComponent(() => import('../features/history/history-page'), 'HistoryPage'),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/review/review-page'), 'ReviewPage'),
});
const my = createRoute({
  getParentRoute: () => root,
  path: '/my',
  component: lazyRouteComponent(() => import('../features/my/my-page'), 'MyPage'),
});
const list = createRoute({
  getParentRoute: () => root,
  path: '/my/lists/$id',
  component: lazyRouteComponent(() => import('../features/my/list-page'), 'ListPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/admin/audit',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/audit/audit-page'), 'AuditPage'),
});
const nurses = createRoute({
  getParentRoute: () => root,
  path: '/nurses',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/nurses/nurses-page'), 'NursesPage'),
});
const nurseSheet = createRoute({
  getParentRoute: () => root,
  path: '/nurses/sheet',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/nurses/sheet-page'), 'SheetPage'),
});
const nurseEdit = createRoute({
  getParentRoute: () => root,
  path: '/nurses/edit',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/nurses/edit-page'), 'EditPage'),
});
const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  component: lazyRouteComponent(() => import('../features/guide/guide-page'), 'GuidePage'),
});
const glossary = createRoute({
  getParentRoute: () => root,
  path: '/glossary',
  component: lazyRouteComponent(() => import('../features/glossary/glossary-page'), 'GlossaryPage'),
});
const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('../features/about/about-page'), 'AboutPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/account/sign-in-page'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/account/invitation-page'), 'InvitationPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page'), 'AccountPage'),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/admin/accounts',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/accounts/accounts-page'), 'AccountsPage'),
});
const accountOfOther = createRoute({
  getParentRoute: () => root,
  path: '/admin/accounts/$id',
  component: lazyRouteComponent(() => import('../features/accounts/account-page'), 'ManagedAccountPage'),
});
const permissions = createRoute({
  getParentRoute: () => root,
  path: '/permissions',
  component: lazyRouteComponent(() => import('../features/permissions/permissions-page'), 'PermissionsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start, search, office, edit, confirm, code, sheet, due, history, review, my, list, audit, organizations, organization, gaps, council, whatIf,
    nurses, nurseSheet, nurseEdit, guide, glossary, imports, about, signIn, invitation, account, accounts, accountOfOther, permissions,
    networkRoute, ...keeperRoutes,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
