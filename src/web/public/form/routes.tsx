import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Chance, Clock } from '../../../domain/clock.ts';
import { type Asset, renderPage, sendPackedOnce } from '../../kit/index.ts';
import { readForm, Refused, refusedBy, type StaffLog } from '../../staff/index.ts';
import { pageHeaders } from '../chat-headers.ts';
import { CHAT } from '../chat-words.ts';
import { plainly, type PublicLang } from '../languages.ts';
import { navOf } from '../nav.ts';
import { publicRefusals } from '../refusals.tsx';
import type { PublicRoute } from '../route.ts';
import { withReply } from './await-reply.ts';
import { chatCookie, FORM_PATH, isPageKey, pageKey } from './cookie.ts';
import { saidToBeOurs } from './own-page.ts';
import type { Brought, ChatDesk, Line } from './ports.ts';
import { fileIn, type Posted, wordsIn } from './read-brought.ts';
import { type FailedStatus, langOfTalk, TalkPage } from './talk-page.tsx';
import { weightWords } from '../amounts.ts';

export interface ChatFormParts {
  /** `https://benkan.example` */
  publicUrl: string;
  desk: ChatDesk;
  clock: Clock;
  chance: Chance;
  log: Pick<StaffLog, 'failed'>;
  /** The chat's sheet, which the page at `/` serves. */
  style: Asset;
  routes: readonly PublicRoute[];
}

/**
 * The web chat as a form, for browsers without scripts and those too old for ours (W13): each message is posted, the
 * answer to it is the page of the talk. See docs/decisions/chat-without-scripts.md.
 */
export function chatFormRouter(parts: ChatFormParts): Router {
  const { desk, publicUrl, clock, chance, style, routes } = parts;
  const cookie = chatCookie(publicUrl);
  const nav = navOf(routes);
  const tokenIn = (request: Request): string | undefined => {
    const token = cookie.read(request);
    return desk.isToken(token) ? token : undefined;
  };
  const show = (
    request: Request,
    response: Response,
    token: string | undefined,
    talk: readonly Line[],
    more: { status?: FailedStatus; draft?: string; refusesCookie?: true } = {},
  ): void => {
    const lang = langOfTalk(talk, langIn(request));
    response.status(more.status ?? 200).type('html');
    const page = (
      <TalkPage
        {...{ lang, talk, style, ...more }}
        nav={nav(lang)}
        page={chance.token(9)}
        pageKey={token === undefined ? '' : pageKey(token)}
        whole={request.query['tout'] !== undefined}
      />
    );
    sendPackedOnce(request, response, renderPage(page));
  };

  const look: RequestHandler = async (request, response) => {
    const token = tokenIn(request);
    if (token === undefined) {
      if (request.query['debut'] === undefined) response.redirect(303, '/');
      else show(request, response, undefined, [], { refusesCookie: true });
      return;
    }
    const talk = await desk.talk(token);
    if (talk.length > 0) {
      const waits = request.query['attend'] !== undefined;
      show(request, response, token, waits ? await withReply(desk, token) : talk);
      return;
    }
    // Said once an hour at most, however often the page is looked at: also to who comes back after days.
    const hour = String(Math.floor(clock.now() / HOUR_MS));
    const sent = await desk.say(token, `${pageKey(token)} ${hour}`, { say: '/start' });
    if (sent.kind === 'refused') throw new Refused(sent.status, 'not_opened', { 'Retry-After': '5' });
    show(request, response, token, await withReply(desk, token));
  };

  const say = (read: (request: Request) => Posted | Promise<Posted>): RequestHandler => {
    return async (request, response) => {
      const ours = saidToBeOurs(request, publicUrl);
      const known = tokenIn(request);
      const posted = await readOrRefused(read, request);
      const { page, key, brought } = posted;
      const token = known ?? desk.open();
      const draft = brought !== undefined && 'say' in brought ? { draft: brought.say } : {};
      const fail = async (status: FailedStatus): Promise<void> => {
        const talk = await desk.talk(token).catch((): Line[] => []);
        show(request, response, token, talk, { status, ...draft });
      };
      if (posted.status !== undefined) return fail(posted.status);
      // A chat that is there is only spoken for by its own pages.
      if (ours !== true && known !== undefined && !isPageKey(known, key)) return fail(403);
      cookie.write(response, token);
      if (brought === undefined) {
        if (page === '') response.redirect(303, `${FORM_PATH}?debut`);
        else await fail(400);
        return;
      }
      const sent = await desk.say(token, page, brought, await shownAs(desk, token, brought, langIn(request)));
      if (sent.kind === 'kept') response.redirect(303, `${FORM_PATH}?attend#bas`);
      else await fail(asFailed(sent.status));
    };
  };

  const forget: RequestHandler = (request, response) => {
    const ours = saidToBeOurs(request, publicUrl);
    const token = tokenIn(request);
    const { key } = wordsIn(request);
    if (token !== undefined && ours !== true && !isPageKey(token, key)) throw new Refused(403, 'cross_site');
    cookie.clear(response);
    response.redirect(303, '/');
  };

  const router = Router({ caseSensitive: true });
  router.use(FORM_PATH, pageHeaders({ framedBy: ["'none'"], scripts: false }), (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get(FORM_PATH, look);
  router.post(FORM_PATH, ...readForm(), say(wordsIn));
  router.post(`${FORM_PATH}/file`, say(fileIn));
  router.post(`${FORM_PATH}/forget`, ...readForm(), forget);
  router.all([FORM_PATH, `${FORM_PATH}/file`, `${FORM_PATH}/forget`], (request) => {
    throw new Refused(405, 'method_not_allowed', {
      Allow: request.path === FORM_PATH ? 'GET, POST' : 'POST',
    });
  });
  const frameOf = (request: Request) => {
    const lang = langIn(request);
    return { lang, publicUrl, nav: nav(lang), here: FORM_PATH };
  };
  router.use(FORM_PATH, publicRefusals({ ...parts, frameOf }));
  return router;
}

const HOUR_MS = 3_600_000;

const langIn = ({ query }: Request): PublicLang => (query['lang'] === 'bm' ? 'bm' : 'fr');

/** What is wrong with the form itself is said on the page of the talk, with what was written still in its field. */
async function readOrRefused(
  read: (request: Request) => Posted | Promise<Posted>,
  request: Request,
): Promise<Posted & { status?: FailedStatus }> {
  try {
    return await read(request);
  } catch (cause) {
    const { status } = refusedBy(cause);
    if (status === 500) throw cause;
    return { page: '', key: undefined, status: asFailed(status) };
  }
}

const asFailed = (status: number): FailedStatus =>
  status === 413 || status === 415 || status === 429 || status === 403 || status === 400 ? status : 503;

/** How it stands in the talk: as a button says it, or what was sent and what it weighed. */
async function shownAs(desk: ChatDesk, token: string, brought: Brought, lang: PublicLang): Promise<string> {
  if ('say' in brought) return brought.say;
  const talk = await desk.talk(token).catch((): Line[] => []);
  if ('choose' in brought) {
    const choices = talk.flatMap((line) => line.choices);
    return choices.find(({ id }) => id === brought.choose)?.label ?? '…';
  }
  const { photo, voice } = CHAT[langOfTalk(talk, lang)];
  const what = plainly(brought.file.type.startsWith('image/') ? photo : voice);
  return `${what} · ${weightWords(brought.file.bytes.length)}`;
}
