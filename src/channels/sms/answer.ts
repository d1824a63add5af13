import type { SendOutcome } from '../../conversation/ports.ts';
import { NoAnswer } from '../platform/call.ts';
import type { Meaning } from './described.ts';
import { valueAt } from './field-names.ts';

/** Where the gateway's answer says what became of a message. */
export interface AnswerPlaces {
  /** Path of the gateway's own id of the message, in its JSON. */
  id?: string;
  /** Path of its code; without one the status of the answer is the code. */
  code?: string;
  codes: ReadonlyMap<string, Meaning>;
}

/** The gateway's answer, as it came. */
export interface Reply {
  status: number;
  text: string;
  /** The pause it asks for. */
  retryAfterMs?: number;
}

/** One SMS handed over: what became of it, and the id the gateway gave it. */
export interface Told {
  outcome: SendOutcome;
  id?: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** A refused connection: the network is away. */
const NETWORK_AWAY_MS = 5 * SECOND;

/**
 * What the answer means. The operator's table goes first, by the gateway's own code and then by the status; what it does
 * not name is read from the status as HTTP has it (RFC 9110, 15). A 5xx comes from behind its door, and so does an answer
 * without the code it always has: not "certainly not sent".
 */
export function outcomeOf(places: AnswerPlaces, reply: Reply): Told {
  const json = jsonIn(reply.text);
  const code = valueAt(json, places.code);
  const known = places.codes.get((code ?? '').toLowerCase()) ?? places.codes.get(String(reply.status));
  if (known !== undefined) return told(known, code ?? String(reply.status), reply, valueAt(json, places.id));
  if (reply.status >= 200 && reply.status < 300) {
    if (places.code === undefined) return told('ok', '', reply, valueAt(json, places.id));
    return code === undefined
      ? { outcome: { kind: 'unknown', code: 'sms_strange_answer' } }
      : told('refused', code, reply);
  }
  return { outcome: byStatus(reply) };
}

function told(meaning: Meaning, code: string, { retryAfterMs = MINUTE }: Reply, id?: string): Told {
  switch (meaning) {
    case 'ok':
      return { outcome: { kind: 'sent' }, ...(id !== undefined && id !== '' && { id }) };
    case 'later':
      return { outcome: { kind: 'retry', afterMs: retryAfterMs, code: named(code) } };
    case 'gone':
      return { outcome: { kind: 'refused', code: named(code), gone: true } };
    case 'refused':
      return { outcome: { kind: 'refused', code: named(code), gone: false } };
  }
}

/** What only an operator can mend costs no message meanwhile: keys, money, a wrong address. Each is so for everybody. */
function byStatus({ status, retryAfterMs }: Reply): SendOutcome {
  const retry = (afterMs: number, code: string): SendOutcome => ({
    kind: 'retry',
    afterMs,
    code,
    forAll: true,
  });
  if (status === 429) return retry(retryAfterMs ?? 5 * SECOND, 'too_many_requests');
  if (status === 401 || status === 403 || status === 407) return retry(MINUTE, 'keys_refused');
  if (status === 402) return retry(10 * MINUTE, 'billing');
  if (status === 404 || status === 405 || (status >= 300 && status < 400))
    return retry(MINUTE, 'wrong_address');
  if (status >= 400 && status < 500 && status !== 408)
    return { kind: 'refused', code: `sms_http_${status}`, gone: false };
  return { kind: 'unknown', code: `sms_http_${status}` };
}

/** What a request without an answer means. */
export function outcomeOfSilence(cause: unknown): SendOutcome {
  if (!(cause instanceof NoAnswer)) return { kind: 'unknown', code: 'unexpected' };
  return cause.written
    ? { kind: 'unknown', code: cause.code }
    : { kind: 'retry', afterMs: NETWORK_AWAY_MS, code: cause.code, forAll: true };
}

/** A code goes to the log; what is none, or could be a phone number, does not. */
const named = (code: string): string =>
  /^(?!.*\d{6})[\w.-]{1,32}$/u.test(code) ? `sms_${code}` : 'sms_odd_code';

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
