import type { RequestHandler } from 'express';
import { sendProblem } from '../kit/index.ts';

/** 405 for a door that is only read. */
export const readOnly: RequestHandler = (_request, response) => {
  response.set('Allow', 'GET, HEAD');
  sendProblem(response, { status: 405, code: 'method_not_allowed' });
};
