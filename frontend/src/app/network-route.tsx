import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { asText, root } from './root';

/** つながり: the network of an area. */
export const networkRoute = createRoute({
  getParentRoute: () => root,
  path: '/network',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/network/network-page'), 'NetworkPage'),
});
