import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { Fault } from '../../domain/faults.ts';
import { renderPage, sendPackedOnce, sendStreamed } from '../kit/index.ts';
import type { PublicAnswer } from './route.ts';

/** Short enough that a withdrawal is seen at once, long enough that a page many read at once is made once. */
const PAGE_SECONDS = 60;

type Streamed = Extract<PublicAnswer, { kind: 'streamed' }>;

export function sendAnswer(
  response: Response,
  answer: Exclude<PublicAnswer, Streamed | { kind: 'nothing' }>,
): void {
  switch (answer.kind) {
    case 'page': {
      const { status, page, maxAge = PAGE_SECONDS } = answer;
      response.status(status).type('html');
      send(response, renderPage(page), status === 200 && isRead(response) ? maxAge : undefined);
      return;
    }
    case 'body': {
      const { type, body, maxAge, download } = answer;
      if (download !== undefined) response.attachment(download);
      response.set('Content-Type', type);
      send(response, body, maxAge);
      return;
    }
    case 'see_other':
      if (!/^\/(?![/\\])/.test(answer.to))
        throw new Fault('bug', 'bad_redirect', 'A redirect leaves the site.');
      response.set('Cache-Control', 'no-store').redirect(303, answer.to);
      return;
  }
}

/** @throws whatever stopped the parts, when the connection is cut already */
export async function sendStream(
  response: Response,
  { type, parts, tag, maxAge, download }: Streamed,
): Promise<void> {
  const { req } = response;
  if (download !== undefined) response.attachment(download);
  response.set('Content-Type', type);
  if (isFresh(response, tag, maxAge)) return;
  if (req.method === 'HEAD') response.end();
  else await sendStreamed(req, response, { parts });
}

const isRead = ({ req }: Response): boolean => req.method === 'GET' || req.method === 'HEAD';

/** With a tag of its content, so that whoever has it already is told so in a hundred bytes. */
function send(response: Response, body: string | Buffer, maxAge: number | undefined): void {
  const { req } = response;
  if (maxAge === undefined) response.set('Cache-Control', 'no-store');
  else if (isFresh(response, body, maxAge)) return;
  if (typeof body === 'string') sendPackedOnce(req, response, body);
  else response.send(body);
}

/** Says how long it may be kept and under which tag; whether the reader has just that already and was told so. */
function isFresh(response: Response, of: string | Buffer, maxAge: number): boolean {
  response.set('Cache-Control', `public, max-age=${String(maxAge)}`);
  response.set('ETag', `W/"${createHash('sha256').update(of).digest('base64url').slice(0, 22)}"`);
  if (!response.req.fresh) return false;
  response.vary('Accept-Encoding').status(304).end();
  return true;
}
