import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';
import { placeOf } from './accounts.ts';
import type { AccountParts } from './parts.ts';
import type { StaffSession } from './ports.ts';
import type { StaffPerson } from './route.ts';
import { scopeOf } from './scope.ts';

/** `__Host-`: browsers take it only Secure, for `/`, and from this host alone; no sister domain can plant one. */
export const SESSION_COOKIE = '__Host-benkan';

export const SESSION_IDLE_MS = 8 * 60 * 60 * 1000;
export const SESSION_LONGEST_MS = 12 * 60 * 60 * 1000;
/** A session is marked as seen at most this often, so that reading does not mean writing. */
const SEEN_EVERY_MS = 60 * 1000;
const TOKEN_BYTES = 32;

/** Secure also on loopback: browsers treat `http://localhost` as trustworthy, and one rule is easier to keep. */
export const COOKIE_OPTIONS = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

/** Opens a session under a token nobody saw before, and closes the one the browser came with: no fixation. */
export async function openSession(
  parts: AccountParts,
  request: Request,
  response: Response,
  account: string,
): Promise<void> {
  await closeSession(parts, request);
  const token = parts.chance.token(TOKEN_BYTES);
  const now = parts.clock.now();
  await parts.sessions.open({ key: sessionKey(parts, token), account, openedAt: now, seenAt: now });
  response.cookie(SESSION_COOKIE, token, COOKIE_OPTIONS);
}

/** Ends the browser's session in the store: a copy of the cookie is worth nothing afterwards. */
export async function closeSession(parts: AccountParts, request: Request): Promise<void> {
  const token = cookieOf(request, SESSION_COOKIE);
  if (token !== undefined) await parts.sessions.close(sessionKey(parts, token));
}

/** Who asks, or `undefined`. Read from the store at every request, so that closing a session holds from the next one. */
export async function signedIn(parts: AccountParts, request: Request): Promise<StaffPerson | undefined> {
  const token = cookieOf(request, SESSION_COOKIE);
  if (token === undefined) return undefined;
  const key = sessionKey(parts, token);
  const session = await parts.sessions.find(key);
  if (session === undefined) return undefined;
  const now = parts.clock.now();
  if (isOver(session, now)) {
    await parts.sessions.close(key);
    return undefined;
  }
  const account = await parts.accounts.byId(session.account);
  if (account === undefined || account.suspended === true) return undefined;
  if (now - session.seenAt >= SEEN_EVERY_MS) await parts.sessions.touch(key, now);
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
