import type { SendOutcome } from '../../conversation/ports.ts';
import { NoAnswer } from '../platform/call.ts';

/** What the platform says of a request it did not carry out. */
export interface CloudError {
  code: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Messages to one person are slowed for a while: one in six seconds goes for good (pair rate limit). */
const PAIR_MS = 6 * SECOND;

const retry = (afterMs: number, code: string): SendOutcome => ({ kind: 'retry', afterMs, code });
/** The platform asks it of the whole number, whoever the message was for. */
const hold = (afterMs: number, code: string): SendOutcome => ({ kind: 'retry', afterMs, code, forAll: true });
const refused = (code: string): SendOutcome => ({ kind: 'refused', code, gone: false });
const gone = (code: string): SendOutcome => ({ kind: 'refused', code, gone: true });

/** From error code to what is done (Cloud API, "Error codes"). Whatever is not here was refused for good. */
const ACTIONS: ReadonlyMap<number, SendOutcome> = new Map([
  [4, hold(MINUTE, 'too_many_calls')],
  [80007, hold(MINUTE, 'too_many_calls')],
  [130429, hold(5 * SECOND, 'too_many_messages')],
  [131056, retry(PAIR_MS, 'pair_rate')],
  [131048, hold(HOUR, 'spam_limit')],
  [131016, hold(MINUTE, 'service_away')],
  [133004, hold(MINUTE, 'service_away')],
  [131057, hold(10 * MINUTE, 'maintenance')],
  // Only an operator can mend these, and nothing is lost meanwhile.
  [0, hold(MINUTE, 'token_refused')],
  [3, hold(MINUTE, 'token_refused')],
  [10, hold(MINUTE, 'token_refused')],
  [190, hold(MINUTE, 'token_refused')],
  [131042, hold(10 * MINUTE, 'billing')],
  [131031, hold(10 * MINUTE, 'account_locked')],
  [368, hold(10 * MINUTE, 'account_locked')],
  // The person has written nothing for 24 hours: the channel asks before it sends, this is the platform's own clock.
  [131047, { kind: 'retry', afterMs: MINUTE, code: 'window_closed' }],
  [131049, retry(24 * HOUR, 'held_back')],
  [131008, gone('blocked')],
  [131026, gone('undeliverable')],
  [131030, gone('not_allowed')],
  [131050, gone('opted_out')],
  [131009, refused('bad_parameter')],
  [131051, refused('unsupported')],
  [131053, refused('bad_media')],
]);

/** Whether a failure means that the person cannot be reached any more. */
export function isGone(code: number): boolean {
  const action = ACTIONS.get(code);
  return action?.kind === 'refused' && action.gone;
}

/** A refused connection: the network is away. */
const NETWORK_AWAY_MS = 5 * SECOND;

/** What the platform's own words mean for the message. A 5xx comes from behind its door: not "certainly not sent". */
export function outcomeOf(status: number, error: CloudError | undefined): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const known = error === undefined ? undefined : ACTIONS.get(error.code);
  if (known !== undefined) return known;
  if (error?.code === 131000 || status >= 500)
    return { kind: 'unknown', code: `whatsapp_${error?.code ?? status}` };
  if (status === 429) return hold(MINUTE, 'too_many_calls');
  if (status === 401 || status === 403) return hold(MINUTE, 'token_refused');
  return refused(`whatsapp_${error?.code ?? status}`);
}

/** What a request without an answer means. */
export function outcomeOfSilence(cause: unknown): SendOutcome {
  if (!(cause instanceof NoAnswer)) return { kind: 'unknown', code: 'unexpected' };
  return cause.written ? { kind: 'unknown', code: cause.code } : hold(NETWORK_AWAY_MS, cause.code);
}
