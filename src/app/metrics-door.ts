import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Metrics } from './metrics.ts';

/** `/metrics` on the site's own port needs the token; without one set it is open to this machine only. */
export function metricsDoor({ registry }: Metrics, token: string | undefined): RequestHandler {
  const expected = token === undefined ? undefined : digest(`Bearer ${token}`);
  return (request, response, next) => {
    const allowed =
      expected === undefined
        ? isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined
        : timingSafeEqual(digest(request.headers.authorization ?? ''), expected);
    if (!allowed) {
      response
        .status(401)
        .type('application/problem+json')
        .send(JSON.stringify({ type: 'about:blank', title: 'Unauthorized', status: 401 }));
      return;
    }
    registry.metrics().then((text) => response.type(registry.contentType).send(text), next);
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isLoopback = (address: string | undefined): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
