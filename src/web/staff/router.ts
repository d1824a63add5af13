import express, { type Router } from 'express';
import { readForm } from './form.ts';
import { staffHeaders } from './headers.ts';
import { chooseLanguage, LANGUAGE_PATH, speakToBrowser } from './language.ts';
import { liveStreams } from './live/index.ts';
import { confirmSteps, LARGEST_KEPT_FORM_BYTES } from './confirm/index.ts';
import { checkRoutes } from './matrix.ts';
import { sameOrigin } from './origin.ts';
import { overviewRoutes } from './overview/routes.ts';
import type { StaffParts } from './parts.ts';
import { refusals } from './refusals.ts';
import type { StaffRoute } from './route.ts';
import { served } from './serve.ts';
import { settingsRoute } from './settings/route.ts';
import { setupSteps } from './setup.tsx';
import { signInSteps } from './sign-in.tsx';
import { themeRouter } from './theme.ts';

/**
 * The staff site, to be mounted at `/staff`. What is not in the matrix does not exist; a matrix that is wrong stops the
 * start. The caller's address is `request.ip`: behind a proxy the app must set express's `trust proxy`.
 * @throws Fault `bug` for a route that is wrong
 */
export function staffRouter(parts: StaffParts & { routes: readonly StaffRoute[] }): Router {
  const { routes } = parts;
  checkRoutes(routes);
  const confirm = confirmSteps(parts);
  const serve = served(parts, routes, { streams: parts.live ?? liveStreams(), confirm });
  const signIn = signInSteps(parts);
  const setup = setupSteps(parts);
  const router = express.Router({ caseSensitive: true });

  router.use(...staffHeaders(), speakToBrowser, sameOrigin(parts.publicUrl));
  router.use(themeRouter(parts.publicUrl));
  router.route(CHOICE).post(readForm(), chooseLanguage(parts));
  router.route('/sign-in').get(signIn.show).post(readForm(), signIn.attempt);
  router.route('/sign-in/options').post(signIn.options);
  router.route('/sign-in/resume').post(readForm(LARGEST_KEPT_FORM_BYTES), signIn.attempt);
  router.route('/confirm').get(confirm.show).post(readForm(LARGEST_KEPT_FORM_BYTES), confirm.attempt);
  router.route('/confirm/options').post(confirm.options);
  router.route('/sign-out').post(readForm(), signIn.signOut);
  router.route('/setup').get(setup.show).post(readForm(), setup.begin);
  router.route('/setup/confirm').post(readForm(), setup.confirm);

  const all = [...overviewRoutes(parts), settingsRoute(routes), ...routes];
  for (const route of all) {
    if (route.method === 'get') router.get(route.path, serve.route(route));
    else router.post(route.path, ...(route.upload === undefined ? readForm() : []), serve.route(route));
  }
  for (const path of ['/sign-in', '/setup', '/confirm'])
    router.all(path, serve.nothingHere(405, 'GET, HEAD, POST'));
  for (const path of ONLY_POSTED) router.all(path, serve.nothingHere(405, 'POST'));
  for (const { path } of all) router.all(path, serve.nothingHere(405, methodsOf(path, all)));
  // Read as everywhere: who has no session learns nothing about which paths take a form.
  router.use(readForm(), serve.nothingHere(404), refusals(parts));
  return router;
}

const CHOICE = LANGUAGE_PATH.replace('/staff', '');

const ONLY_POSTED = [
  ...['/sign-in/options', '/sign-in/resume', '/sign-out'],
  ...['/confirm/options', '/setup/confirm', '/site-theme', CHOICE],
];

/** For the header `Allow`: what a path may be asked for. */
function methodsOf(path: string, routes: readonly StaffRoute[]): string {
  const methods = new Set(routes.filter((route) => route.path === path).map(({ method }) => method));
  return [methods.has('get') ? 'GET, HEAD' : '', methods.has('post') ? 'POST' : '']
    .filter(Boolean)
    .join(', ');
}
