import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { asText, root } from './root';

const surveys = createRoute({
  getParentRoute: () => root,
  path: '/surveys',
  component: lazyRouteComponent(() => import('../features/surveys/surveys-page'), 'SurveysPage'),
});
const newSurvey = createRoute({
  getParentRoute: () => root,
  path: '/surveys/new',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/surveys/new-page'), 'NewSurveyPage'),
});
const editSurvey = createRoute({
  getParentRoute: () => root,
  path: '/surveys/$id/edit',
  component: lazyRouteComponent(() => import('../features/surveys/edit-page'), 'EditSurveyPage'),
});
const wave = createRoute({
  getParentRoute: () => root,
  path: '/waves/$id',
  component: lazyRouteComponent(() => import('../features/wave/wave-page'), 'WavePage'),
});
const entry = createRoute({
  getParentRoute: () => root,
  path: '/waves/$id/entry',
  component: lazyRouteComponent(() => import('../features/paper/entry-page'), 'EntryPage'),
});
const forums = createRoute({
  getParentRoute: () => root,
  path: '/forums',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/forums/forums-page'), 'ForumsPage'),
});
const forum = createRoute({
  getParentRoute: () => root,
  path: '/forums/$id',
  component: lazyRouteComponent(() => import('../features/forums/forum-page'), 'ForumPage'),
});

/** ☆調査 and 会議体, for those who keep them. */
export const keeperRoutes = [surveys, newSurvey, editSurvey, wave, entry, forums, forum] as const;
