import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { Fault } from '../../domain/faults.ts';
import { sendProblem } from '../kit/index.ts';
import {
  auditOf,
  gateFor,
  recordLook,
  recordRefusedLook,
  Refused,
  refusedBy,
  sameOrigin,
  staffHeaders,
  standing,
  type StaffParts,
} from '../staff/index.ts';
import { checkApiRoutes } from './matrix.ts';
import { readBody, readRequest } from './read.ts';
import type { ApiContext, ApiRoute } from './route.ts';

/**
 * The API, to be mounted at `/api/v1`: JSON in, JSON out, problem documents (RFC 9457) for everything else. The session
 * and the rules about origins are the staff site's own.
 * @throws Fault `bug` for a route that is wrong
 */
export function apiRouter(parts: StaffParts & { routes: readonly ApiRoute[] }): Router {
  const { routes } = parts;
  checkApiRoutes(routes);
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use(...staffHeaders(), sameOrigin(parts.publicUrl));
  for (const route of routes) {
    const admitted = admit(parts, route);
    const body = route.body === undefined ? [] : readBody;
    router[route.method](route.path, admitted, ...body, run(route));
  }
  for (const path of new Set(routes.map((route) => route.path))) router.all(path, notAllowed(routes, path));
  router.use(() => {
    throw new Refused(404, 'not_found', {}, 'There is no such door; see /docs.');
  });
  router.use(problems(parts));
  return router;
}

/** Nobody passes who is not signed in, and no role that is not named; before the body is read. */
function admit(parts: StaffParts, route: ApiRoute): RequestHandler {
  return async (request, response, next) => {
    const found = await standing(parts, request);
    if (found.kind === 'over')
      throw new Refused(401, 'sign_in_first', {}, 'Sign in at /staff/sign-in and send its cookie.');
    const { person } = found;
    const audit = auditOf(parts.audit, person);
    if (!route.roles.includes(person.role)) {
      await recordRefusedLook(audit, route, request.params as Record<string, string>, 'api');
      throw new Refused(403, 'role_lacks_access');
    }
    const gate = await gateFor(parts, route, found);
    if (gate === 'enrol')
      throw new Refused(403, 'key_first', {}, 'This role owes a security key: see /staff/me.');
    if (gate !== undefined)
      throw new Refused(401, 'confirm_first', {}, 'The session was idle for too long, or asks for its key.');
    response.locals['caller'] = { person, audit };
    next();
  };
}

function run(route: ApiRoute): RequestHandler {
  return async (request, response) => {
    const { person, audit } = response.locals['caller'] as Pick<ApiContext, 'person' | 'audit'>;
    const asked = readRequest(route, request);
    const brought = await declared(route, () => route.run({ person, audit, ...asked }));
    const answer = (route.answerFor?.[person.role] ?? route.answer).parse(brought);
    await recordLook(audit, route, request.params as Record<string, string>, undefined, 'api');
    response.status(route.status ?? 200).json(answer);
  };
}

/** A refusal the description does not know of is a fault of ours: who wrote a program by it could not be ready for it. */
async function declared(route: ApiRoute, work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (cause) {
    const { status, code } = refusedBy(cause);
    const known: readonly number[] = [400, 500, 503, ...(route.refuses ?? [])];
    if (known.includes(status)) throw cause;
    throw new Fault('bug', 'undeclared_refusal', `${route.path} does not declare ${String(status)} ${code}`, {
      cause,
    });
  }
}

function notAllowed(routes: readonly ApiRoute[], path: string): RequestHandler {
  const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  return () => {
    throw new Refused(405, 'method_not_allowed', { Allow: allow }, `Use ${allow}.`);
  };
}

function problems({ chance, log }: StaffParts): ErrorRequestHandler {
  return (cause: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(cause);
      return;
    }
    const { status, code, headers, detail } = refusedBy(cause);
    const id = status >= 500 ? chance.token(6) : undefined;
    if (id !== undefined) log.failed({ id, code, cause });
    response.set(headers);
    sendProblem(response, {
      ...{ status, code },
      ...(detail === undefined ? {} : { detail }),
      ...(id === undefined ? {} : { instance: id }),
    });
  };
}
