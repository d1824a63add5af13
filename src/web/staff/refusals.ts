import type { ErrorRequestHandler, Request } from 'express';
import { Fault } from '../../domain/faults.ts';
import { sendProblem, type StaffFrame } from '../kit/index.ts';
import { sendPage } from './answer.ts';
import { ErrorPage } from './error-page.tsx';
import type { StaffParts } from './parts.ts';
import { Refused } from './refused.ts';
import type { StaffTexts } from './texts.fr.ts';

/** Ends a request that failed: a page for people, a problem document for programs. Whatever is ours is logged. */
export function refusals({ chance, log }: StaffParts, texts: StaffTexts): ErrorRequestHandler {
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
    sendPage(response, status, ErrorPage({ texts, status, code, id, frame }));
  };
}

/** Programs ask for JSON; a browser, or a caller that says nothing, gets the page. */
export const wantsProblem = (request: Request): boolean => {
  const wanted = request.accepts(['html', 'application/problem+json', 'json']);
  return wanted !== false && wanted !== 'html';
};

function refusedBy(cause: unknown): Refused {
  if (cause instanceof Refused) return cause;
  if (cause instanceof Fault) return refusedByFault(cause);
  const status = (cause as { status?: unknown } | null)?.status;
  // Express and its parsers put the status on what they throw: a path that does not decode, a body too large.
  if (typeof status === 'number' && PARSER_CODES[status] !== undefined)
    return new Refused(status, PARSER_CODES[status]);
  return new Refused(500, 'bug');
}

function refusedByFault(fault: Fault): Refused {
  switch (fault.kind) {
    case 'refusal':
      return new Refused(REFUSAL_STATUS[fault.code] ?? 400, fault.code);
    case 'unavailable':
      return new Refused(503, fault.code, { 'Retry-After': '5' });
    case 'bug':
      return new Refused(500, 'bug');
  }
}

const PARSER_CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  413: 'too_large',
  415: 'form_expected',
};

/** Refusals of the capabilities that are not simply a bad request. */
const REFUSAL_STATUS: Readonly<Record<string, number>> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  email_taken: 409,
  media_too_large: 413,
  media_type: 415,
  media_mismatch: 415,
};
