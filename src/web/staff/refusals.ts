import type { ErrorRequestHandler, Request } from 'express';
import { sendProblem, type StaffFrame } from '../kit/index.ts';
import { sendPage } from './answer.ts';
import { ErrorPage } from './error-page.tsx';
import type { StaffParts } from './parts.ts';
import { refusedBy } from './refused-by.ts';
import { choiceAt, spokenIn } from './language.ts';
import { STAFF } from './texts.ts';

/** Ends a request that failed: a page for people, a problem document for programs. Whatever is ours is logged. */
export function refusals({ chance, log }: StaffParts): ErrorRequestHandler {
  return (cause: unknown, request, response, next) => {
    if (response.headersSent) {
      next(cause);
      return;
    }
    const { status, code, headers } = refusedBy(cause);
    const id = status >= 500 ? chance.token(6) : undefined;
    if (id !== undefined) log.failed({ id, code, cause });
    response.set(headers);
    if (wantsProblem(request)) {
      sendProblem(response, { status, code, ...(id === undefined ? {} : { instance: id }) });
      return;
    }
    const frame = response.locals['frame'] as StaffFrame | undefined;
    const texts = STAFF[spokenIn(response)];
    sendPage(response, status, ErrorPage({ texts, status, code, id, frame, ...choiceAt(request) }));
  };
}

/** Programs ask for JSON; a browser, or a caller that says nothing, gets the page. */
export const wantsProblem = (request: Request): boolean => {
  const wanted = request.accepts(['html', 'application/problem+json', 'json']);
  return wanted !== false && wanted !== 'html';
};
