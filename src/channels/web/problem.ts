import type { ErrorRequestHandler, Response } from 'express';
import { Fault } from '../../domain/faults.ts';

/** A refusal that becomes an RFC 9457 problem document. `detail` says what to do next and repeats nothing that was sent. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Seconds after which a client may come again when the store was away: longer than a failover's first moment. */
const COME_AGAIN_S = 3;

/** Last in the router: whatever went wrong leaves as a problem document; `report` hears of what is ours to mend. */
export function problems(report: (cause: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const problem = problemOf(error);
    if (problem.status === 500) report(error);
    // A stream that has begun can only be cut.
    if (response.headersSent) next(error);
    else write(response, problem);
  };
}

export const unavailableProblem = (): Problem =>
  new Problem(503, 'unavailable', 'Nothing was kept. Send the same message with the same id again.', {
    'Retry-After': String(COME_AGAIN_S),
  });

function write(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .set(problem.headers)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:benkan:problem:${problem.code}`,
        title: TITLES[problem.status] ?? 'Error',
        status: problem.status,
        code: problem.code,
        detail: problem.message,
      }),
    );
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Content too large',
  415: 'Unsupported media type',
  416: 'Range not satisfiable',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Fault) return ofFault(error);
  return ofBodyParser(error) ?? new Problem(500, 'internal', 'The fault is ours and was reported.');
}

function ofFault(fault: Fault): Problem {
  if (fault.kind === 'unavailable') return unavailableProblem();
  if (fault.kind === 'refusal') return new Problem(400, fault.code, fault.message);
  return new Problem(500, 'internal', 'The fault is ours and was reported.');
}

/** body-parser marks the client's mistakes with a 4xx `status`; its own message may repeat the body, so it is dropped. */
function ofBodyParser(error: unknown): Problem | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return new Problem(413, 'too_large', 'Send less than 64 KB of text in one request.');
  if (status === 415) return new Problem(415, 'encoding', 'Send UTF-8 without content encoding.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Problem(400, 'bad_body', 'The body could not be read; see the API description.');
  return undefined;
}
