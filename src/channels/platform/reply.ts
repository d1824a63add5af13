import type { ServerResponse } from 'node:http';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Errors are problem documents (RFC 9457) that say nothing but their status. `allow`: the methods of a 405. */
export function reply(response: ServerResponse, status: number, allow = 'POST'): void {
  if (status === 200) {
    response.writeHead(200, { 'content-length': 0 }).end();
    return;
  }
  const body = JSON.stringify({ type: 'about:blank', title: TITLES[status], status });
  response
    .writeHead(status, {
      'content-type': 'application/problem+json',
      'content-length': Buffer.byteLength(body),
      ...(status === 405 && { allow }),
    })
    .end(body);
}
