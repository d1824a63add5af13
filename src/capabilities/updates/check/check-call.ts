import { z } from 'zod';
import type { CallKind, Fetched } from '../../../conversation/ports.ts';
import type { InboundContent } from '../../../domain/message.ts';
import type { PublicLog } from '../log/ports.ts';
import type { Answer } from './answer.ts';
import { type Match, withoutCommand } from './match.ts';
import { itemOf } from '../public/public-item.ts';
import { checked, type ToldDeps } from './told.ts';

export interface CheckCallDeps extends ToldDeps {
  match: Match;
  log: Pick<PublicLog, 'of'>;
  /** Brings a picture from its channel. */
  fetch: (channel: string, file: string, account: string) => Promise<Fetched>;
  /** Resolves after so many milliseconds. */
  pause: (ms: number) => Promise<void>;
}

/** A door waits 3 s for a whole turn; a picture that is not here by then is not looked at. */
const FETCH_MS = 1800;

/**
 * Whether what the person sent in this turn is ours. It is read off the message itself: it is no parameter, no answer and
 * no variable, so that nothing of it outlasts the turn.
 */
export const checkCall = (deps: CheckCallDeps): CallKind => ({
  name: 'updates.check',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { sent, channel, account = '', lang, day }) {
    const answer = await answerTo(deps, sent, channel, account);
    const { number } = answer;
    const item = number === undefined ? undefined : itemOf(await deps.log.of(number));
    return checked(answer, item, lang, day, deps);
  },
});

async function answerTo(
  { match, fetch, pause }: CheckCallDeps,
  sent: InboundContent | undefined,
  channel: string,
  account: string,
): Promise<Answer> {
  if (sent?.kind === 'text') {
    const text = withoutCommand(sent.text);
    return text === '' ? { kind: 'nothing' } : match({ text });
  }
  if (sent?.kind !== 'media' || sent.media !== 'photo' || sent.id === undefined) return { kind: 'nothing' };
  const late = pause(FETCH_MS).then((): Fetched => ({ kind: 'later', afterMs: FETCH_MS }));
  const fetched = await Promise.race([fetch(channel, sent.id, account), late]);
  return fetched.kind === 'file' ? match({ image: fetched.bytes }) : { kind: 'unreadable' };
}
