import { Fault } from '../../domain/faults.ts';
import { Refused } from './refused.ts';

/** The refusal that whatever was thrown amounts to; a 500 is ours. */
export function refusedBy(cause: unknown): Refused {
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
      return new Refused(REFUSAL_STATUS[fault.code] ?? 400, fault.code, {}, fault.message);
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
  reveal_enough: 429,
  media_too_large: 413,
  media_type: 415,
  media_mismatch: 415,
};
