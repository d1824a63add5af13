import express, { type Request, type RequestHandler, type Router } from 'express';
import type { Chance } from '../../domain/clock.ts';
import { fieldsOf, readForm, readUpload, Refused, type StaffLog } from '../staff/index.ts';
import { sendAnswer, sendStream } from './answer.ts';
import { checkPublicRoutes } from './check-routes.ts';
import { publicHeaders } from './headers.ts';
import { inLang, langIn } from './languages.ts';
import { publicRefusals } from './refusals.tsx';
import { lastSeenRoutes } from './last-seen.ts';
import { navOf } from './nav.ts';
import type { PublicContext, PublicFrame, PublicRoute } from './route.ts';

export interface PublicParts {
  /** `https://benkan.example` */
  publicUrl: string;
  chance: Chance;
  log: Pick<StaffLog, 'failed'>;
  routes: readonly PublicRoute[];
}

/**
 * The pages anybody may read, to be mounted at the root before its 404. Routes that are wrong stop the start. What is
 * not among them goes on to whoever is mounted behind.
 * @throws Fault `bug` for a route that is wrong
 */
export function publicRouter(parts: PublicParts): Router {
  const routes = [...parts.routes, ...lastSeenRoutes];
  checkPublicRoutes(routes);
  const frameOf = framing(parts);
  const router = express.Router({ caseSensitive: true });
  const headers = publicHeaders();
  for (const route of routes) {
    const serve = serving(route, frameOf);
    if (route.method === 'get') router.get(route.path, ...headers, serve);
    else router.post(route.path, ...headers, ...(route.upload === undefined ? readForm() : []), serve);
  }
  for (const path of new Set(routes.map((route) => route.path)))
    router.all(path, ...headers, () => {
      throw new Refused(405, 'method_not_allowed', { Allow: methodsOf(path, routes) });
    });
  router.use(publicRefusals({ ...parts, frameOf }));
  return router;
}

type FrameOf = (request: Request) => PublicFrame;

/** A handler of one route. */
function serving(route: PublicRoute, frameOf: FrameOf): RequestHandler {
  return async (request, response) => {
    const frame = frameOf(request);
    const { lang } = frame;
    const sent =
      route.method === 'post' && route.upload !== undefined
        ? await readUpload(request, route.upload)
        : { form: fieldsOf(request) };
    const ctx: PublicContext = {
      params: Object.fromEntries(
        Object.entries(request.params).map(([name, value]) => [name, String(value)]),
      ),
      query: queryOf(request),
      form: sent.form,
      ...('file' in sent ? { upload: sent.file } : {}),
      ...{ lang, frame, to: (path: string) => inLang(path, lang) },
    };
    const answer = await route.serve(ctx);
    if (answer.kind === 'nothing') throw new Refused(404, 'nothing_here');
    if (answer.kind === 'streamed') await sendStream(response, answer);
    else sendAnswer(response, answer);
  };
}

/** What the frame of a request's page knows. */
function framing({ publicUrl, routes }: PublicParts): FrameOf {
  const nav = navOf(routes);
  return (request) => {
    const lang = langIn(queryOf(request));
    const listed = nav(lang);
    const read = request.method === 'GET' || request.method === 'HEAD';
    return {
      ...{ lang, publicUrl },
      nav: listed,
      here: listed.find(({ href }) => isWithin(request.path, href))?.href ?? request.path,
      ...(read ? { at: request.originalUrl } : {}),
    };
  };
}

const isWithin = (path: string, listed: string): boolean => path === listed || path.startsWith(`${listed}/`);

function queryOf({ originalUrl }: Request): URLSearchParams {
  const at = originalUrl.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : originalUrl.slice(at));
}

/** For the header `Allow`: what a path may be asked for. */
function methodsOf(path: string, routes: readonly PublicRoute[]): string {
  const methods = new Set(routes.filter((route) => route.path === path).map(({ method }) => method));
  return [methods.has('get') ? 'GET, HEAD' : '', methods.has('post') ? 'POST' : '']
    .filter(Boolean)
    .join(', ');
}
