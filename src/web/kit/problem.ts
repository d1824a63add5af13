import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';

/** An RFC 9457 problem document. `code` is our own stable word for programs; nothing in it was typed by the caller. */
export interface Problem {
  status: number;
  code: string;
  /** What to do next, in words. */
  detail?: string;
  /** Under which our log knows the failure. */
  instance?: string;
}

/** Ends the response with the problem; never more than the shape above leaves the house. */
export function sendProblem(response: Response, problem: Problem): void {
  const { status, code, detail, instance } = problem;
  response
    .status(status)
    .set('Content-Type', 'application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        code,
        ...(detail === undefined ? {} : { detail }),
        ...(instance === undefined ? {} : { instance: `urn:benkan:failure:${instance}` }),
      }),
    );
}
