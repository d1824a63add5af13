import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { Fault } from '../../domain/faults.ts';
import { renderPage, sendPackedOnce } from '../kit/index.ts';
import type { PublicAnswer } from './route.ts';

/** Short enough that a withdrawal is seen at once, long enough that a page many read at once is made once. */
const PAGE_SECONDS = 60;

export function sendAnswer(response: Response, answer: Exclude<PublicAnswer, { kind: 'nothing' }>): void {
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

const isRead = ({ req }: Response): boolean => req.method === 'GET' || req.method === 'HEAD';

/** With a tag of its content, so that whoever has it already is told so in a hundred bytes. */
function send(response: Response, body: string | Buffer, maxAge: number | undefined): void {
  const { req } = response;
  if (maxAge === undefined) response.set('Cache-Control', 'no-store');
  else {
    response.set('Cache-Control', `public, max-age=${String(maxAge)}`);
    response.set('ETag', `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
    if (req.fresh) {
      response.vary('Accept-Encoding').status(304).end();
      return;
    }
  }
  if (typeof body === 'string') sendPackedOnce(req, response, body);
  else response.send(body);
}
