import type { Request, RequestHandler, Response } from 'express';
import { LIVE_HEADER, type NavItem, said, type StaffFrame } from '../kit/index.ts';
import { h, isValidElement, type VNode } from 'preact';
import { sendAnswer } from './answer.ts';
import { auditOf } from './audit.ts';
import { fieldsOf } from './form.ts';
import { type ConfirmSteps } from './confirm/index.ts';
import { cutWhenRevoked } from './cut.ts';
import { signInAgain } from './expired.tsx';
import { gateFor } from './gate.ts';
import { keyDuty, KeyNotice, OWN_ACCOUNT } from './keys/index.ts';
import { choiceAt, speak, spokenIn } from './language.ts';
import { listens, type LiveAnswer, type LiveStreams, quietly, serveLive } from './live/index.ts';
import { recordLook, recordRefusedLook } from './looks.ts';
import { mayEnter, routesFor } from './matrix.ts';
import { menuOf, settingsOf } from './menu.ts';
import { openLooks } from './open-looks.ts';
import type { StaffParts } from './parts.ts';
import type { StaffSession } from './ports.ts';
import { Refused } from './refused.ts';
import { revealing } from './reveal/index.ts';
import { wantsProblem } from './refusals.ts';
import type { StaffAnswer, StaffContext, StaffPageRoute, StaffRoute } from './route.ts';
import { standing, type Stands } from './sessions.ts';
import { noticesFor } from './slots.ts';
import { STAFF } from './texts.ts';
import { readUpload } from './upload.ts';

/** Serves the rows of the matrix: nobody passes who is not signed in, and no role that is not named. */
export interface Served {
  route(route: StaffRoute): RequestHandler;
  /** What stands at the end: strangers learn nothing about which paths exist. */
  nothingHere(status: 404 | 405, allow?: string): RequestHandler;
}

export function served(
  parts: StaffParts,
  routes: readonly StaffRoute[],
  { streams, confirm }: { streams: LiveStreams; confirm: ConfirmSteps },
): Served {
  const looks = openLooks(parts.clock);
  return {
    route: (route) => async (request, response) => {
      const found = await admit(request, response);
      if (found === undefined) return;
      const { person, session } = found;
      const audit = auditOf(parts.audit, person);
      const params = paramsOf(request);
      if (!mayEnter(route, person)) {
        await recordRefusedLook(audit, route, params);
        throw new Refused(403, 'role_lacks_access');
      }
      if (await held(route, found, request, response)) return;
      const frame = response.locals['frame'] as StaffFrame;
      const posted = route.method === 'post' && route.upload && (await readUpload(request, route.upload));
      const ctx: StaffContext = {
        ...{ person, session, params, ...readOf(request), ...posted, frame, audit },
        ...revealing(parts, route, person, audit),
      };
      const answer =
        route.method === 'get' ? await route.render(withFlash(ctx, route.flashes)) : await route.act(ctx);
      const shown = isValidElement(answer) ? undefined : answer;
      await looks.look(openAt(session, request), isByItself(request), (stayed) =>
        recordLook(audit, route, params, shown, 'page', stayed),
      );
      if (isLive(answer)) serveLive(parts, streams, { route, person, answer }, { request, response });
      else sendAnswer(response, answer);
      if (isFile(answer)) cutWhenRevoked(parts, { route, person }, { request, response });
    },

    nothingHere: (status, allow) => async (request, response) => {
      if ((await admit(request, response)) === undefined) return;
      const headers = allow === undefined ? {} : { Allow: allow };
      throw new Refused(status, status === 404 ? 'not_found' : 'method_not_allowed', headers);
    },
  };

  /** A browser that asks for a page is shown the way in, everything else is told 401. */
  async function admit(request: Request, response: Response): Promise<Stands | undefined> {
    const byItself = isByItself(request);
    const found = await standing(byItself ? quietly(parts) : parts, request);
    if (found.kind === 'stands') {
      if (found.person.lang !== undefined) speak(response, found.person.lang);
      response.locals['frame'] = await frameOf(request, response, found);
      return found;
    }
    const { method, originalUrl } = request;
    const reads = method === 'GET' || method === 'HEAD';
    if (byItself || wantsProblem(request) || !(reads || method === 'POST'))
      throw new Refused(401, 'sign_in_first');
    if (reads) response.redirect(303, `/staff/sign-in?next=${encodeURIComponent(originalUrl)}`);
    else signInAgain(parts, request, response, found.account);
    return undefined;
  }

  /** Whether the request has to wait: for a key that is owed, or for its person to say again who they are. */
  async function held(
    route: StaffRoute,
    found: Stands,
    request: Request,
    response: Response,
  ): Promise<boolean> {
    const gate = await gateFor(parts, route, found);
    if (gate === undefined) return false;
    const byProgram = isByItself(request) || wantsProblem(request);
    if (gate === 'enrol') {
      if (byProgram || route.method === 'post') throw new Refused(403, 'key_first');
      response.redirect(303, `${OWN_ACCOUNT}#cles`);
    } else if (byProgram) throw new Refused(401, 'confirm_first');
    else confirm.ask(request, response, found, gate);
    return true;
  }

  async function frameOf(
    request: Request,
    response: Response,
    { person, account }: Stands,
  ): Promise<StaffFrame> {
    const duty = keyDuty(account, { publicUrl: parts.publicUrl, now: parts.clock.now() });
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
        : {
            notices: [
              duty.kind === 'due' ? h(KeyNotice, duty) : null,
              ...(await noticesFor(parts.slots ?? [], person, lang)),
            ],
          }),
    };
  }
}

/** Fetched by an open page, and not because somebody asked. */
const isByItself = (request: Request): boolean => request.get(LIVE_HEADER) !== undefined || listens(request);

/** Whose page, and which: other words may stand at another query. */
const openAt = ({ key }: StaffSession, { originalUrl }: Request): string =>
  `${key.toString('hex')} ${originalUrl}`;

const isFile = (answer: VNode | StaffAnswer): boolean =>
  !isValidElement(answer) && (answer.kind === 'file' || answer.kind === 'media');

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
