import { type Asset, builtScript } from '../kit/index.ts';
import type { PublicRoute } from './route.ts';

/** The one script of public pages: it has the device keep what was read. Before any build pages go without it. */
export const lastSeenScripts: readonly Asset[] = builtScript('last-seen');

/** A worker sees what lies below its own address, so it stands at the root; what it looks at is said when it is registered. */
export const lastSeenRoutes: readonly PublicRoute[] = builtScript('last-seen-worker').map(
  ({ type, body }) => ({
    ...{ method: 'get', path: '/last-seen-worker.js' },
    serve: async () => ({ kind: 'body', type, body, maxAge: 0 }),
  }),
);
