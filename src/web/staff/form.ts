import express, { type Request, type RequestHandler } from 'express';
import { Refused } from './refused.ts';

/** The largest form is a page of text; what is larger is refused before it is read. */
export const LARGEST_FORM_BYTES = 64 * 1024;
export const MOST_FIELDS = 500;

/** Reads a posted form; 415 for any other body, 413 for one too large. Compressed bodies are refused: forms never are. */
export const readForm = (limit = LARGEST_FORM_BYTES): RequestHandler[] => [
  (request, _response, next) => {
    if (hasBody(request) && request.is(FORM) === false) throw new Refused(415, 'form_expected');
    next();
  },
  express.urlencoded({
    extended: false,
    type: FORM,
    limit,
    parameterLimit: MOST_FIELDS,
    inflate: false,
  }),
];

/** The fields, each a single string; a field sent twice has no meaning here and is refused. */
export function fieldsOf(request: Request): Readonly<Record<string, string>> {
  const entries = Object.entries((request.body ?? {}) as Record<string, unknown>);
  for (const [, value] of entries) if (typeof value !== 'string') throw new Refused(400, 'field_twice');
  return Object.fromEntries(entries) as Record<string, string>;
}

const FORM = 'application/x-www-form-urlencoded';

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
