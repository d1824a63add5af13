import { z } from 'zod';
import type { CallKind, Fetched } from '../../../conversation/ports.ts';
import type { InboundContent } from '../../../domain/message.ts';
import type { PublicLog } from '../log/ports.ts';
import { type Weighing, weightOf } from '../chat/picture-call.ts';
import type { Answer } from './answer.ts';
import { type Match, withoutCommand } from './match.ts';
import type { Asked, LastAsked } from './last-asked.ts';
import { itemOf } from '../public/public-item.ts';
import { checked, type ToldDeps } from './told.ts';

export interface CheckCallDeps extends ToldDeps, Weighing {
  match: Match;
  log: Pick<PublicLog, 'of'>;
  /** Brings a picture from its channel. */
  fetch: (channel: string, file: string, account: string) => Promise<Fetched>;
  /** Keeps what was looked at while its person is asked whether the team may read it. */
  asked: Pick<LastAsked, 'keep' | 'forget'>;
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
  async run(_params, { sent, channel, account = '', lang, day, conversation, person }) {
    const answer = await answerTo(deps, sent, channel, account);
    const { number } = answer;
    deps.asked.forget(conversation);
    if (mayBePassedOn(answer)) deps.asked.keep({ conversation, person }, { ...askedAbout(sent), number });
    const item = number === undefined ? undefined : itemOf(await deps.log.of(number));
    // What was withdrawn is shown no more.
    const photo =
      item === undefined || item.withdrawn !== undefined
        ? null
        : await weightOf(deps, item.now.content, channel);
    return { ...checked(answer, item, lang, day, deps), photo };
  },
});

/** What is changed or none of ours is worth a look by a person; a number nobody has is not. */
const mayBePassedOn = ({ kind, part }: Answer): boolean =>
  kind === 'altered' || (kind === 'not_ours' && part !== 'number');

function askedAbout(sent: InboundContent | undefined): Asked {
  if (sent?.kind === 'text') return { words: withoutCommand(sent.text) };
  return sent?.kind === 'media' ? { words: sent.caption, photo: sent.id } : {};
}

async function answerTo(
  deps: CheckCallDeps,
  sent: InboundContent | undefined,
  channel: string,
  account: string,
): Promise<Answer> {
  const { match } = deps;
  if (sent?.kind === 'text') return matchWords(match, sent.text);
  if (sent?.kind !== 'media' || sent.media !== 'photo') return { kind: 'nothing' };
  const under = await matchWords(match, sent.caption ?? '');
  if (sent.id === undefined) return under;
  const seen = await seenIn(deps, sent.id, channel, account);
  return under.kind === 'nothing' ? seen : either(seen, under);
}

const matchWords = async (match: Match, given: string): Promise<Answer> => {
  const text = withoutCommand(given);
  return text === '' ? { kind: 'nothing' } : match({ text });
};

async function seenIn(
  { match, fetch, pause }: CheckCallDeps,
  file: string,
  channel: string,
  account: string,
): Promise<Answer> {
  const late = pause(FETCH_MS).then((): Fetched => ({ kind: 'later', afterMs: FETCH_MS }));
  const fetched = await Promise.race([fetch(channel, file, account), late]);
  return fetched.kind === 'file' ? match({ image: fetched.bytes }) : { kind: 'unreadable' };
}

/**
 * What a picture and the words under it are together. A picture of ours goes first; words that are changed, old or taken
 * back go before it, for whoever sees our picture over them takes them for ours.
 */
function either(seen: Answer, under: Answer): Answer {
  if (seen.number !== undefined)
    return WRONG.has(under.kind) ? { ...under, known: 'words' } : { ...seen, known: 'picture' };
  if (under.number !== undefined) return { ...under, known: 'words' };
  if (under.kind !== 'not_ours') return seen;
  return { ...seen, known: 'neither', ...(under.like !== undefined && { like: under.like }) };
}

const WRONG: ReadonlySet<Answer['kind']> = new Set(['altered', 'withdrawn', 'superseded']);
