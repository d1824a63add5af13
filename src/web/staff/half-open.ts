import type { Request, Response } from 'express';
import type { AccountParts } from './parts.ts';
import { COOKIE_OPTIONS, cookieOf } from './sessions.ts';

/** Names a sign-in that has begun: what a key signs for one browser serves no other. It opens nothing. */
const HALF_COOKIE = '__Host-benkan-half';
const HALF_FOR_MS = 5 * 60 * 1000;

/** Begins one, or goes on with the browser's own. */
export function beginHalfOpen({ chance }: AccountParts, request: Request, response: Response): string {
  const half = halfOpen(request) ?? chance.token(18);
  response.cookie(HALF_COOKIE, half, { ...COOKIE_OPTIONS, maxAge: HALF_FOR_MS });
  return half;
}

export const halfOpen = (request: Request): string | undefined => cookieOf(request, HALF_COOKIE);

export function endHalfOpen(response: Response): void {
  response.clearCookie(HALF_COOKIE, COOKIE_OPTIONS);
}
