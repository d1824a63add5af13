import type { RequestListener } from 'node:http';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { assetsRouter, kitStyles, liveScripts, sendProblem } from '../web/kit/index.ts';
import { apiRouter, docsRouter, docsStyles, doorsOf, meRoute, readOnly } from '../web/api/index.ts';
import {
  chatFormRouter,
  chatPageRouter,
  chatStyle,
  publicRouter,
  lastSeenScripts,
  publicStyles,
} from '../web/public/index.ts';
import { staffRouter } from '../web/staff/index.ts';
import type { StaffParts } from '../web/staff/index.ts';
import type { House } from './compose.ts';
import { DOORS } from './documented-doors.ts';
import { healthz, readyz } from './health.ts';
import type { Metrics } from './metrics.ts';
import { metricsDoor } from './metrics-door.ts';
import type { Settings } from './settings.ts';

export interface Site {
  app: RequestListener;
  /** Opens the doors behind which the database is needed. */
  open(house: House, staff: StaffParts): void;
}

export interface SiteHow {
  /** Folder with the bundled script of the chat page, where it is not the build's own. */
  chatAssets?: string | undefined;
  /** A line for `/readyz` about what is there and slower than it should be. */
  slower?: () => string;
}

/** The site before its database is there: it lives, says that it is not ready, and refuses the rest politely. */
export function site(
  settings: Settings,
  metrics: Metrics,
  ready: () => boolean,
  { chatAssets, slower = () => '' }: SiteHow = {},
): Site {
  const pages = express();
  pages.disable('x-powered-by');
  // Behind the campaign's own proxy on this machine or network; anything further out cannot name itself.
  pages.set('trust proxy', 'loopback, uniquelocal');
  pages.route('/healthz').get(healthz).all(readOnly);
  pages.route('/readyz').get(readyz(ready, slower)).all(readOnly);
  if (settings.METRICS_PORT === undefined)
    pages.get('/metrics', metricsDoor(metrics, settings.METRICS_TOKEN));
  let inside: RequestHandler = closed;
  // Most requests are the platforms', and Express costs one as much as reading it.
  let doors: House['doors'] = [];
  pages.use((request, response, next) => inside(request, response, next));
  return {
    app(request, response) {
      const door = doors.find(({ path }) => request.url === path);
      if (door !== undefined) door.take(request, response);
      else pages(request, response);
    },
    open(house, staff) {
      ({ doors } = house);
      inside = rooms(house, staff, { assets: chatAssets, embedIn: settings.CHAT_EMBED_IN });
    },
  };
}

/** What stands behind the doors, by path. */
function rooms(
  house: House,
  staff: StaffParts,
  { assets, embedIn }: { assets: string | undefined; embedIn: readonly string[] },
): RequestHandler {
  const router = express.Router();
  for (const { path, take } of house.doors)
    router.use(path, (request: Request, response: Response) => take(request, response));
  router.use(house.web.router);
  const open = house.capabilities.flatMap(({ publicRoutes }) => publicRoutes ?? []);
  router.use(chatPageRouter({ ...(assets !== undefined && { assets }), embedIn, routes: open }));
  router.use(chatFormRouter({ ...staff, desk: house.web.desk, style: chatStyle, routes: open }));
  const routes = house.capabilities.flatMap(({ staffRoutes }) => staffRoutes);
  router.use(
    assetsRouter([
      kitStyles,
      publicStyles,
      ...lastSeenScripts,
      ...liveScripts,
      docsStyles,
      ...house.capabilities.flatMap(({ assets }) => assets ?? []),
    ]),
  );
  const slots = house.capabilities.flatMap(({ staffSlots }) => staffSlots ?? []);
  router.use('/staff', staffRouter({ ...staff, routes, slots }));
  const api = [meRoute, ...house.capabilities.flatMap((capability) => capability.api ?? [])];
  router.use('/api/v1', apiRouter({ ...staff, routes: api }));
  const described = { url: staff.publicUrl, version: API_VERSION };
  router.use(docsRouter([...DOORS, ...doorsOf(api)], described));
  router.use(publicRouter({ ...staff, routes: open }));
  router.use((_request, response) => sendProblem(response, { status: 404, code: 'nothing_here' }));
  return router;
}

/** Of the doors, not of the program: it changes with a line under "Breaking" in the CHANGELOG. */
const API_VERSION = '1';

const closed: RequestHandler = (request, response) => {
  response.set('retry-after', '2');
  if (request.accepts(['json', 'html']) === 'html') {
    response.status(503).set('refresh', '3').set('content-security-policy', "default-src 'none'");
    response.type('html').send(WAIT);
  } else sendProblem(response, { status: 503, code: 'not_ready' });
};

/** For a person who opens the page while the database is away; it looks again by itself. */
const WAIT =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<title>Benkan</title><h1>Un instant…</h1><p>Benkan ne répond pas encore. Cette page essaie de nouveau toute seule.</p></html>';
