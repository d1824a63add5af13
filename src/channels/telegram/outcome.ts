import { type Api, GrammyError } from 'grammy';
import type { SendOutcome } from '../../conversation/ports.ts';
import { NoAnswer } from '../platform/call.ts';

/** A refused connection or an unknown host: the network is away, and comes back in seconds or not soon. */
const NETWORK_AWAY_MS = 5_000;
/** Telegram names its pause in seconds; where it names none, one second. */
const UNNAMED_PAUSE_MS = 1_000;
/** The token is wrong or withdrawn: nothing is lost, and only an operator can mend it. */
const TOKEN_REFUSED_MS = 60_000;

/** What a failed `sendMessage` means for the message. Codes only: Telegram's descriptions can quote a text. */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof NoAnswer) return fromSilence(error);
  if (error instanceof GrammyError) return fromAnswer(error);
  return { kind: 'unknown', code: 'unexpected' };
}

/** Whether Telegram answers at all; what it answers says nothing more. */
export const answers = (api: Api): Promise<boolean> =>
  api.raw.getMe().then(
    () => true,
    (error: unknown) => !(error instanceof NoAnswer),
  );

const fromSilence = ({ code, written }: NoAnswer): SendOutcome =>
  written ? { kind: 'unknown', code } : { kind: 'retry', afterMs: NETWORK_AWAY_MS, code, forAll: true };

function fromAnswer({ error_code: code, description, parameters }: GrammyError): SendOutcome {
  // JSON of somebody in between, not Telegram's own.
  if (!Number.isInteger(code)) return { kind: 'unknown', code: 'strange_answer' };
  if (code === 429) {
    const pause = (parameters.retry_after ?? 0) * 1000;
    // It does not say whether one chat or the whole bot is meant, and a call too early makes the pause longer.
    const afterMs = Math.max(pause, UNNAMED_PAUSE_MS);
    return { kind: 'retry', afterMs, code: 'too_many_requests', forAll: true };
  }
  if (code === 401 || code === 404)
    return { kind: 'retry', afterMs: TOKEN_REFUSED_MS, code: 'token_refused', forAll: true };
  if (code === 403) return { kind: 'refused', code: 'blocked', gone: true };
  // A 5xx comes from behind Telegram's door, where the message may have been taken already: not "certainly not sent".
  if (code >= 500) return { kind: 'unknown', code: `telegram_${code}` };
  const [, known = 'bad_request', gone = false] = REFUSALS.find(([words]) => words.test(description)) ?? [];
  return { kind: 'refused', code: known, gone };
}

const REFUSALS: readonly (readonly [words: RegExp, code: string, gone: boolean])[] = [
  [/chat not found|user not found|PEER_ID_INVALID/i, 'chat_not_found', true],
  [/deactivated/i, 'deactivated', true],
  [/too long/i, 'too_long', false],
  [/text is empty|text must be non-empty/i, 'empty', false],
  [/BUTTON|reply.?markup|keyboard/i, 'bad_buttons', false],
];
