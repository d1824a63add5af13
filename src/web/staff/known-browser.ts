import { timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { emailKey } from './accounts.ts';
import type { AccountParts } from './parts.ts';
import { COOKIE_OPTIONS, cookieOf } from './sessions.ts';

const KNOWN_COOKIE = '__Host-benkan-known';
const KNOWN_FOR_MS = 90 * 24 * 60 * 60 * 1000;

type KnownParts = Pick<AccountParts, 'chance' | 'fingerprint'>;

/** Remembers, in the browser alone, that this account once signed in from it. It opens nothing; it only skips queues. */
export function rememberBrowser(parts: KnownParts, response: Response, email: string): void {
  const nonce = parts.chance.token(12);
  const value = `${nonce}.${markOf(parts, email, nonce).toString('base64url')}`;
  response.cookie(KNOWN_COOKIE, value, { ...COOKIE_OPTIONS, maxAge: KNOWN_FOR_MS });
}

/** The browser's nonce if this very account signed in from it before. */
export function knownBrowser(parts: KnownParts, request: Request, email: string): string | undefined {
  const [nonce = '', mark = ''] = (cookieOf(request, KNOWN_COOKIE) ?? '').split('.');
  const expected = markOf(parts, email, nonce);
  const given = Buffer.from(mark, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined;
}

const markOf = ({ fingerprint }: KnownParts, email: string, nonce: string): Buffer =>
  fingerprint('staff-known-browser', emailKey(fingerprint, email).toString('hex'), nonce);
