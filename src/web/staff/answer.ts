import { isValidElement, type VNode } from 'preact';
import type { Response } from 'express';
import { Fault } from '../../domain/faults.ts';
import { renderPage, sendPackedOnce } from '../kit/index.ts';
import { spokenIn } from './language.ts';
import type { LiveAnswer } from './live/index.ts';
import type { StaffAnswer } from './route.ts';
import { themeOf } from './theme.ts';

export function sendAnswer(response: Response, answer: VNode | Exclude<StaffAnswer, LiveAnswer>): void {
  if (isValidElement(answer)) {
    sendPage(response, 200, answer);
    return;
  }
  switch (answer.kind) {
    case 'page':
      if (answer.again !== undefined) response.set('refresh', String(answer.again));
      sendPage(response, answer.status, answer.page);
      return;
    case 'see_other':
      response.redirect(303, withFlash(answer.to, answer.flash));
      return;
    case 'json':
      response.status(answer.status).json(answer.body);
      return;
    case 'file':
      response.attachment(answer.name).type(answer.type).send(answer.body);
      return;
    case 'media':
      sendMedia(response, answer);
      return;
  }
}

export function sendPage(response: Response, status: number, page: VNode): void {
  const { req } = response;
  response.status(status).type('html');
  sendPackedOnce(req, response, renderPage(page, spokenIn(response), themeOf(req)));
}

/** Some players ask for a part and play nothing else (RFC 9110, 14.2); several parts at once get the whole. */
function sendMedia(response: Response, { type, body }: Extract<StaffAnswer, { kind: 'media' }>): void {
  response.set({ 'Content-Type': type, 'Accept-Ranges': 'bytes', 'Content-Disposition': 'inline' });
  const ranges = response.req.range(body.length);
  if (ranges === -1) {
    response.status(416).set('Content-Range', `bytes */${body.length}`).end();
    return;
  }
  const [part] = ranges === undefined || ranges === -2 || ranges.length !== 1 ? [] : ranges;
  if (part === undefined) {
    response.send(body);
    return;
  }
  response.set('Content-Range', `bytes ${part.start}-${part.end}/${body.length}`);
  response.status(206).send(body.subarray(part.start, part.end + 1));
}

function withFlash(to: string, flash: string | undefined): string {
  if (!/^\/staff(?![^/?#])/.test(to))
    throw new Fault('bug', 'bad_redirect', 'A redirect leaves the staff site.');
  const url = new URL(to, 'http://staff');
  if (flash !== undefined) url.searchParams.set('flash', flash);
  return `${url.pathname}${url.search}${url.hash}`;
}
