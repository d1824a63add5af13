import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Chance } from '../../domain/clock.ts';
import { sendProblem, type StaffFrame } from '../kit/index.ts';
import { sendPage } from './answer.ts';
import { ErrorPage } from './error-page.tsx';
import type { StaffParts } from './parts.ts';
import type { StaffLog } from './ports.ts';
import { refusedBy } from './refused-by.ts';
import { choiceAt, spokenIn } from './language.ts';
import { STAFF } from './texts.ts';

/** A request that failed; `id` is under which it stands in the log, where it is our fault. */
export interface FailedRequest {
  status: number;
  code: string;
  id: string | undefined;
}

/** Ends a staff request that failed. */
export const refusals = (parts: StaffParts): ErrorRequestHandler =>
  endingWith(parts, (request, response, { status, code, id }) => {
    const frame = response.locals['frame'] as StaffFrame | undefined;
    const texts = STAFF[spokenIn(response)];
    sendPage(response, status, ErrorPage({ texts, status, code, id, frame, ...choiceAt(request) }));
  });

/** Ends a request that failed: by `sendTo` for people, by a problem document for programs. Whatever is ours is logged. */
export const endingWith =
  (
    { chance, log }: { chance: Chance; log: Pick<StaffLog, 'failed'> },
    sendTo: (request: Request, response: Response, failed: FailedRequest) => void,
  ): ErrorRequestHandler =>
  (cause: unknown, request, response, next) => {
    const { status, code, headers } = refusedBy(cause);
    const id = status >= 500 ? chance.token(6) : undefined;
    if (id !== undefined) log.failed({ id, code, cause });
    // Nothing can be said any more where the answer has begun.
    if (response.headersSent) {
      next(cause);
      return;
    }
    response.set(headers).set('Cache-Control', 'no-store');
    if (wantsProblem(request))
      sendProblem(response, { status, code, ...(id === undefined ? {} : { instance: id }) });
    else sendTo(request, response, { status, code, id });
  };

/** Programs ask for JSON; a browser, or a caller that says nothing, gets the page. */
export const wantsProblem = (request: Request): boolean => {
  const wanted = request.accepts(['html', 'application/problem+json', 'json']);
  return wanted !== false && wanted !== 'html';
};
