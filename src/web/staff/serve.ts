import type { Request, RequestHandler, Response } from 'express';
import type { NavItem, StaffFrame } from '../kit/index.ts';
import { isValidElement } from 'preact';
import { sendAnswer } from './answer.ts';
import { auditOf } from './audit.ts';
import { fieldsOf } from './form.ts';
import { recordLook, recordRefusedLook } from './looks.ts';
import { menuOf } from './menu.ts';
import type { StaffParts } from './parts.ts';
import { Refused } from './refused.ts';
import { wantsProblem } from './refusals.ts';
import type { StaffContext, StaffPerson, StaffRoute } from './route.ts';
import { signedIn } from './sessions.ts';
import { noticesFor } from './slots.ts';
import type { StaffTexts } from './texts.fr.ts';
import { readUpload } from './upload.ts';

/** Serves the rows of the matrix: nobody passes who is not signed in, and no role that is not named. */
export interface Served {
  route(route: StaffRoute): RequestHandler;
  /** What stands at the end: strangers learn nothing about which paths exist. */
  nothingHere(status: 404 | 405, allow?: string): RequestHandler;
}

export function served(parts: StaffParts, routes: readonly StaffRoute[], texts: StaffTexts): Served {
  return {
    route: (route) => async (request, response) => {
      const person = await admit(request, response);
      if (person === undefined) return;
      const audit = auditOf(parts.audit, person);
      const params = paramsOf(request);
      if (!route.roles.includes(person.role)) {
        await recordRefusedLook(audit, route, params);
        throw new Refused(403, 'role_lacks_access');
      }
      const frame = response.locals['frame'] as StaffFrame;
      const posted = route.method === 'post' && route.upload && (await readUpload(request, route.upload));
      const ctx: StaffContext = { person, params, ...readOf(request), ...posted, frame, audit };
      const answer =
        route.method === 'get' ? await route.render(withFlash(ctx, route.flashes)) : await route.act(ctx);
      await recordLook(audit, route, params, isValidElement(answer) ? undefined : answer);
      sendAnswer(response, answer);
    },

    nothingHere: (status, allow) => async (request, response) => {
      if ((await admit(request, response)) === undefined) return;
      const headers = allow === undefined ? {} : { Allow: allow };
      throw new Refused(status, status === 404 ? 'not_found' : 'method_not_allowed', headers);
    },
  };

  /** A browser that asks for a page is shown the way in, everything else is told 401. */
  async function admit(request: Request, response: Response): Promise<StaffPerson | undefined> {
    const person = await signedIn(parts, request);
    if (person !== undefined) {
      response.locals['frame'] = await frameOf(request, person);
      return person;
    }
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || wantsProblem(request)) throw new Refused(401, 'sign_in_first');
    response.redirect(303, `/staff/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
    return undefined;
  }

  async function frameOf(request: Request, person: StaffPerson): Promise<StaffFrame> {
    const nav: NavItem[] = [{ href: '/staff', label: texts.overview.nav }, ...menuOf(routes, person.role)];
    return {
      lang: texts.lang,
      nav,
      here: hereIn(nav, `/staff${request.path}`),
      signOut: '/staff/sign-out',
      person: { name: person.name, role: texts.roles[person.role] },
      notices: await noticesFor(parts.slots ?? [], person),
    };
  }
}

const paramsOf = ({ params }: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

function readOf(request: Request): Pick<StaffContext, 'query' | 'form'> {
  const at = request.originalUrl.indexOf('?');
  return {
    query: new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at)),
    form: fieldsOf(request),
  };
}

function withFlash(
  ctx: StaffContext,
  flashes: Readonly<Record<string, StaffFrame['flash']>> = {},
): StaffContext {
  const key = ctx.query.get('flash');
  const flash = key !== null && Object.hasOwn(flashes, key) ? flashes[key] : undefined;
  return flash === undefined ? ctx : { ...ctx, frame: { ...ctx.frame, flash } };
}

/** The entry the page belongs to: the longest that begins its path. Everything lies below the overview: it must fit. */
function hereIn(nav: readonly NavItem[], requested: string): string {
  const path = requested === '/staff/' ? '/staff' : requested;
  const fits = nav.filter(({ href }) => path === href || (href !== '/staff' && path.startsWith(`${href}/`)));
  return fits.reduce((best, { href }) => (href.length > best.length ? href : best), '');
}
