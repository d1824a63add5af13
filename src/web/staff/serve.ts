import type { Request, RequestHandler, Response } from 'express';
import { LIVE_HEADER, type NavItem, said, type StaffFrame } from '../kit/index.ts';
import { isValidElement, type VNode } from 'preact';
import { sendAnswer } from './answer.ts';
import { auditOf } from './audit.ts';
import { fieldsOf } from './form.ts';
import { choiceAt, speak, spokenIn } from './language.ts';
import { type LiveAnswer, type LiveStreams, quietly, serveLive } from './live/index.ts';
import { recordLook, recordRefusedLook } from './looks.ts';
import { mayEnter, routesFor } from './matrix.ts';
import { menuOf, settingsOf } from './menu.ts';
import type { StaffParts } from './parts.ts';
import { Refused } from './refused.ts';
import { revealing } from './reveal/index.ts';
import { wantsProblem } from './refusals.ts';
import type { StaffAnswer, StaffContext, StaffPageRoute, StaffPerson, StaffRoute } from './route.ts';
import { signedIn } from './sessions.ts';
import { noticesFor } from './slots.ts';
import { STAFF } from './texts.ts';
import { readUpload } from './upload.ts';

/** Serves the rows of the matrix: nobody passes who is not signed in, and no role that is not named. */
export interface Served {
  route(route: StaffRoute): RequestHandler;
  /** What stands at the end: strangers learn nothing about which paths exist. */
  nothingHere(status: 404 | 405, allow?: string): RequestHandler;
}

export function served(parts: StaffParts, routes: readonly StaffRoute[], streams: LiveStreams): Served {
  return {
    route: (route) => async (request, response) => {
      const person = await admit(request, response);
      if (person === undefined) return;
      const audit = auditOf(parts.audit, person);
      const params = paramsOf(request);
      if (!mayEnter(route, person)) {
        await recordRefusedLook(audit, route, params);
        throw new Refused(403, 'role_lacks_access');
      }
      const frame = response.locals['frame'] as StaffFrame;
      const posted = route.method === 'post' && route.upload && (await readUpload(request, route.upload));
      const ctx: StaffContext = {
        ...{ person, params, ...readOf(request), ...posted, frame, audit },
        ...revealing(parts, route, person, audit),
      };
      const answer =
        route.method === 'get' ? await route.render(withFlash(ctx, route.flashes)) : await route.act(ctx);
      await recordLook(audit, route, params, isValidElement(answer) ? undefined : answer);
      if (isLive(answer)) serveLive(parts, streams, { route, person, answer }, { request, response });
      else sendAnswer(response, answer);
    },

    nothingHere: (status, allow) => async (request, response) => {
      if ((await admit(request, response)) === undefined) return;
      const headers = allow === undefined ? {} : { Allow: allow };
      throw new Refused(status, status === 404 ? 'not_found' : 'method_not_allowed', headers);
    },
  };

  /** A browser that asks for a page is shown the way in, everything else is told 401. */
  async function admit(request: Request, response: Response): Promise<StaffPerson | undefined> {
    const byItself = isByItself(request);
    const person = await signedIn(byItself ? quietly(parts) : parts, request);
    if (person !== undefined) {
      if (person.lang !== undefined) speak(response, person.lang);
      response.locals['frame'] = await frameOf(request, response, person);
      return person;
    }
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || byItself || wantsProblem(request)) throw new Refused(401, 'sign_in_first');
    response.redirect(303, `/staff/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
    return undefined;
  }

  async function frameOf(request: Request, response: Response, person: StaffPerson): Promise<StaffFrame> {
    const lang = spokenIn(response);
    const texts = STAFF[lang];
    const ours = routesFor(routes, person.org);
    const nav: NavItem[] = [
      { href: '/staff', label: texts.overview.nav },
      ...menuOf(ours, person.role, lang),
    ];
    return {
      lang,
      ...choiceAt(request),
      nav,
      here: hereIn(nav, settingsOf(ours, person.role, lang), `/staff${request.path}`),
      signOut: '/staff/sign-out',
      person: { name: person.name, role: texts.roles[person.role] },
      ...(isByItself(request)
        ? { partsOnly: true }
        : { notices: await noticesFor(parts.slots ?? [], person, lang) }),
    };
  }
}

/** Fetched by an open page, and not because somebody asked. */
const isByItself = (request: Request): boolean => request.get(LIVE_HEADER) !== undefined;

const isLive = (answer: VNode | StaffAnswer): answer is LiveAnswer =>
  !isValidElement(answer) && answer.kind === 'live';

const paramsOf = ({ params }: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

function readOf(request: Request): Pick<StaffContext, 'query' | 'form'> {
  const at = request.originalUrl.indexOf('?');
  return {
    query: new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at)),
    form: fieldsOf(request),
  };
}

function withFlash(ctx: StaffContext, flashes: StaffPageRoute['flashes'] = {}): StaffContext {
  const key = ctx.query.get('flash');
  const flash = key !== null && Object.hasOwn(flashes, key) ? flashes[key] : undefined;
  if (flash === undefined) return ctx;
  const { tone, text } = flash;
  return { ...ctx, frame: { ...ctx.frame, flash: { tone, text: said(text, ctx.frame.lang) } } };
}

/**
 * The entry the page belongs to: the longest that begins its path, or the settings for one of theirs. Everything lies
 * below the overview: it must fit.
 */
function hereIn(nav: readonly NavItem[], settings: readonly NavItem[], requested: string): string {
  const path = requested === '/staff/' ? '/staff' : requested;
  const fits = ({ href }: NavItem): boolean =>
    path === href || (href !== '/staff' && path.startsWith(`${href}/`));
  const best = nav.filter(fits).reduce((long, { href }) => (href.length > long.length ? href : long), '');
  return best === '' && settings.some(fits) ? '/staff/settings' : best;
}
