import type { RequestHandler } from 'express';
import { Refused } from './refused.ts';
import { cookieOf, SESSION_COOKIE } from './sessions.ts';

/**
 * Refuses changes that did not start on our own pages (T19). Every browser names the origin of a form or says
 * `Sec-Fetch-Site`; a request with neither comes from a program, which has no cookie it did not get itself.
 * So such a one may sign in, but with a session cookie it must name the origin too.
 */
export function sameOrigin(publicUrl: string): RequestHandler {
  const ours = originsOf(publicUrl);
  return (request, _response, next) => {
    if (SAFE.has(request.method)) {
      next();
      return;
    }
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused(403, 'cross_site');
    if (origin !== undefined && !ours.has(origin)) throw new Refused(403, 'wrong_origin');
    if (origin === undefined && site !== 'same-origin' && cookieOf(request, SESSION_COOKIE) !== undefined) {
      throw new Refused(403, 'no_origin');
    }
    next();
  };
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** On one's own machine people type either name of it. */
function originsOf(publicUrl: string): ReadonlySet<string> {
  const url = new URL(publicUrl);
  const port = url.port === '' ? '' : `:${url.port}`;
  const loopback = ['localhost', '127.0.0.1'].map((host) => `${url.protocol}//${host}${port}`);
  return new Set(loopback.includes(url.origin) ? loopback : [url.origin]);
}
