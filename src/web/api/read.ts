import express, { type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import { Refused } from '../staff/index.ts';
import type { ApiRoute } from './route.ts';

/** What is larger is refused before it is read. */
const LARGEST_BODY = '64kb';

/** Reads a JSON body: 415 for any other, 413 for one too large. Compressed bodies are refused. */
export const readBody: RequestHandler[] = [
  (request, _response, next) => {
    if (request.is('application/json') === false || hasNone(request))
      throw new Refused(415, 'json_expected', {}, 'Send application/json.');
    next();
  },
  express.json({ limit: LARGEST_BODY, inflate: false, strict: false }),
];

/** Path, query and body, parsed. @throws Refused 400 that names the fields of ours that are wrong */
export function readRequest(
  route: ApiRoute,
  request: Request,
): { params: unknown; query: unknown; body: unknown } {
  return {
    params: parsed('path', route.params, { ...request.params }),
    query: parsed('query', route.query, queryOf(request)),
    body: route.body === undefined ? undefined : parsed('body', route.body, request.body),
  };
}

function parsed(part: string, schema: z.ZodType, given: unknown): unknown {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  // A key the caller made up stands in no path of ours: only what our schema declares is named.
  const fields = read.error.issues.map(({ path, code }) =>
    code === 'unrecognized_keys' ? 'a field that is not declared' : [part, ...path].map(String).join('.'),
  );
  throw new Refused(400, `bad_${part}`, {}, `Check ${part}: ${[...new Set(fields)].slice(0, 8).join(', ')}.`);
}

/** Each parameter once; twice has no meaning here. Read from the address itself: no brackets, no nesting. */
function queryOf({ originalUrl }: Request): Record<string, string> {
  const at = originalUrl.indexOf('?');
  const fields = [...new URLSearchParams(at < 0 ? '' : originalUrl.slice(at))];
  if (new Set(fields.map(([name]) => name)).size !== fields.length)
    throw new Refused(400, 'field_twice', {}, 'Send each query parameter once.');
  return Object.fromEntries(fields);
}

const hasNone = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
