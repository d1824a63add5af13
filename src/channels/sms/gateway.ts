import { connectedTo } from '../platform/call.ts';
import { type AnswerPlaces, outcomeOf, outcomeOfSilence, type Told } from './answer.ts';
import type { Compiled } from './request.ts';
import type { Filling } from './template.ts';
import type { Tokens } from './token.ts';

/** More than any gateway takes at once from one account. */
const CONNECTIONS = 8;
const ANSWER_WITHIN_MS = 30_000;
/** A pause longer than this is looked at again sooner. */
const LONGEST_PAUSE_MS = 3_600_000;

/** Hands one SMS to the gateway, over kept connections. Never rejects. */
export interface Gateway {
  hand(filling: Filling): Promise<Told>;
  close(): Promise<void>;
}

/** @param tokens where the gateway takes keys that last for a while; they go into `authorization` */
export function gatewayAt(request: Compiled, places: AnswerPlaces, tokens?: Tokens): Gateway {
  const { exchange, close } = connectedTo(request.origin, {
    connections: CONNECTIONS,
    answerWithinMs: ANSWER_WITHIN_MS,
  });
  return {
    async hand(filling) {
      const token = await tokens?.current().catch(() => null);
      if (token === null) return { outcome: { ...AGAIN_SOON, code: 'no_token' } };
      try {
        const asked = request.fill(filling);
        const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` };
        const { status, text, headers } = await exchange({
          ...asked,
          headers: { ...asked.headers, ...bearer },
        });
        if (status === 401 && token !== undefined) {
          tokens?.refused(token);
          return { outcome: { ...AGAIN_SOON, code: 'token_ended' } };
        }
        const retryAfterMs = pauseIn(headers['retry-after']);
        return outcomeOf(places, { status, text, ...(retryAfterMs !== undefined && { retryAfterMs }) });
      } catch (cause) {
        return { outcome: outcomeOfSilence(cause) };
      }
    },
    close: async () => {
      await Promise.all([close(), tokens?.close()]);
    },
  };
}

/** Nothing was sent, and nothing can be sent to anybody for a moment. */
const AGAIN_SOON = { kind: 'retry', afterMs: 5_000, forAll: true } as const;

/** `Retry-After` in seconds; a date in it is left alone. */
function pauseIn(header: string | string[] | undefined): number | undefined {
  const [, seconds] = /^(\d{1,6})$/u.exec(typeof header === 'string' ? header.trim() : '') ?? [];
  return seconds === undefined ? undefined : Math.min(Number(seconds) * 1000, LONGEST_PAUSE_MS);
}
