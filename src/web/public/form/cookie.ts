import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';

/** The form lives here, and the cookie goes nowhere else: no other page of ours is ever sent one. */
export const FORM_PATH = '/chat';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Keeps a chat's token in the browser of somebody who talks without scripts. */
export interface ChatCookie {
  read(request: Request): string | undefined;
  write(response: Response, token: string): void;
  clear(response: Response): void;
}

/** `Secure` wherever the site has TLS; a test on a local network has none. */
export function chatCookie(publicUrl: string): ChatCookie {
  const secure = publicUrl.startsWith('https:');
  const name = `${secure ? '__Secure-' : ''}benkan-chat`;
  const options = { httpOnly: true, sameSite: 'lax', secure, path: FORM_PATH } as const;
  return {
    read: ({ headers }) => parseCookie(headers.cookie ?? '')[name],
    write: (response, token) => void response.cookie(name, token, { ...options, maxAge: KEPT_MS }),
    clear: (response) => void response.clearCookie(name, options),
  };
}

/** What a page of this chat carries and no other site can know: for browsers that do not say where a form comes from. */
export const pageKey = (token: string): string =>
  createHash('sha256').update(`form of ${token}`).digest('base64url');

export function isPageKey(token: string, key: string | undefined): boolean {
  const [right, given] = [Buffer.from(pageKey(token)), Buffer.from(key ?? '')];
  return right.length === given.length && timingSafeEqual(right, given);
}
