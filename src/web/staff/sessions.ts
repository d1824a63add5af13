import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';
import { placeOf } from './accounts.ts';
import type { AccountParts } from './parts.ts';
import type { StaffAccount, StaffSession } from './ports.ts';
import type { StaffPerson } from './route.ts';
import { scopeOf } from './scope.ts';

/** `__Host-`: browsers take it only Secure, for `/`, and from this host alone; no sister domain can plant one. */
export const SESSION_COOKIE = '__Host-benkan';

export const SESSION_IDLE_MS = 8 * 60 * 60 * 1000;
export const SESSION_LONGEST_MS = 12 * 60 * 60 * 1000;
/** A session is marked as seen at most this often, so that reading does not mean writing. */
const SEEN_EVERY_MS = 60 * 1000;
/** After such a pause nothing of class A is shown before the person said again who they are. */
export const AWAKE_MS = 15 * 60 * 1000;
const TOKEN_BYTES = 32;

/** Secure also on loopback: browsers treat `http://localhost` as trustworthy, and one rule is easier to keep. */
export const COOKIE_OPTIONS = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

/** Opens a session under a token nobody saw before, and closes the one the browser came with: no fixation. */
export async function openSession(
  parts: AccountParts,
  request: Request,
  response: Response,
  { account, byKey = false }: { account: string; byKey?: boolean },
): Promise<void> {
  await closeSession(parts, request);
  const token = parts.chance.token(TOKEN_BYTES);
  const now = parts.clock.now();
  await parts.sessions.open({
    ...{ key: sessionKey(parts, token), account },
    ...{ openedAt: now, seenAt: now, wakeAt: now, confirmedAt: now },
    ...(byKey ? { keyAt: now } : {}),
  });
  response.cookie(SESSION_COOKIE, token, COOKIE_OPTIONS);
}

/** Ends the browser's session in the store: a copy of the cookie is worth nothing afterwards. */
export async function closeSession(parts: AccountParts, request: Request): Promise<void> {
  const token = cookieOf(request, SESSION_COOKIE);
  if (token !== undefined) await parts.sessions.close(sessionKey(parts, token));
}

/** Who asks, or `undefined`. */
export async function signedIn(parts: AccountParts, request: Request): Promise<StaffPerson | undefined> {
  const found = await standing(parts, request);
  return found.kind === 'stands' ? found.person : undefined;
}

/** What became of the session a request came with. */
export type Standing = ({ kind: 'stands' } & Stands) | { kind: 'over'; account?: string };

/** Whom a session that stands belongs to. */
export interface Stands {
  person: StaffPerson;
  account: StaffAccount;
  session: StaffSession;
}

/** Read from the store at every request, so that closing a session holds from the next one. */
export async function standing(parts: AccountParts, request: Request): Promise<Standing> {
  const token = cookieOf(request, SESSION_COOKIE);
  if (token === undefined) return { kind: 'over' };
  const key = sessionKey(parts, token);
  const session = await parts.sessions.find(key);
  if (session === undefined) return { kind: 'over' };
  const now = parts.clock.now();
  if (isOver(session, now)) {
    await parts.sessions.close(key);
    return { kind: 'over', account: session.account };
  }
  const account = await parts.accounts.byId(session.account);
  if (account === undefined || account.suspended === true) return { kind: 'over', account: session.account };
  if (now - session.seenAt >= SEEN_EVERY_MS)
    await parts.sessions.touch(key, { seenAt: now, ...(isAwake(session, now) ? { wakeAt: now } : {}) });
  return { kind: 'stands', person: personOf(parts, account), account, session };
}

/** Whether its person was there all the while. */
export const isAwake = ({ wakeAt }: Pick<StaffSession, 'wakeAt'>, now: number): boolean =>
  Math.abs(now - wakeAt) < AWAKE_MS;

function personOf(parts: AccountParts, account: StaffAccount): StaffPerson {
  const { id, role, org, lang } = account;
  const name = parts.sealer.open(account.name, placeOf('name', id));
  const regions = scopeOf(account);
  return {
    ...{ id, role, org, name },
    ...(regions === undefined ? {} : { regions }),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** A cookie the browser sent. Longer than any of ours is no cookie of ours. */
export function cookieOf(request: Request, name: string): string | undefined {
  const value = parseCookie(request.headers.cookie ?? '')[name];
  return value === undefined || value === '' || value.length > 128 ? undefined : value;
}

/** A clock that went back must not lengthen a session, so both ages count in either direction. */
const isOver = ({ openedAt, seenAt }: StaffSession, now: number): boolean =>
  Math.abs(now - openedAt) >= SESSION_LONGEST_MS || Math.abs(now - seenAt) >= SESSION_IDLE_MS;

const sessionKey = ({ fingerprint }: AccountParts, token: string): Buffer =>
  fingerprint('staff-session', token);
