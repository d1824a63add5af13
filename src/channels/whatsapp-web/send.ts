import { LRUCache } from 'lru-cache';
import type { SendOutcome } from '../../conversation/ports.ts';
import type { Media, MediaLibrary, Picture } from '../../domain/media.ts';
import type { Outbound } from '../../domain/message.ts';
import { wellFormed } from '../platform/well-formed.ts';
import type { Asked, Question } from './calls.ts';
import type { ChoicesAs } from './ports.ts';
import { chatId } from './protocol.ts';
import { render } from './render.ts';

/** Polls that can still be answered by a tap; of an older one the digits and the label can be typed. */
const MOST_POLLS = 5_000;
/** The process is away, and comes back by itself. */
const AWAY_MS = 5_000;

/** Of a poll's id, the tokens of its options in their order. */
export type Polls = LRUCache<string, readonly string[]>;
export const newPolls = (): Polls => new LRUCache({ max: MOST_POLLS });

export interface Sender {
  ask: (question: Question) => Promise<Asked>;
  media: MediaLibrary;
  polls: Polls;
  choicesAs: ChoicesAs;
}

/**
 * One attempt to send. WhatsApp closes numbers that send to many, so no broadcast leaves here (C2). Words go first and
 * alone decide the outcome: a recording or picture that cannot follow costs nobody the text.
 */
export async function sendMessage(sender: Sender, message: Outbound): Promise<SendOutcome> {
  const { address, lane, choices = [], audio, image } = message;
  if (lane === 'broadcast') return refused('replies_only');
  if (!chatId.safeParse(address).success) return refused('bad_address');
  const text = wellFormed(message.text);
  if (text.trim() === '') return refused('empty');
  const body = render(text, choices, sender.choicesAs);
  if (body === undefined) return refused('too_long');
  const outcome = outcomeOf(await sender.ask({ kind: 'send', to: address, ...body }));
  if (outcome.kind !== 'sent') return outcome;
  if (body.options !== undefined && outcome.as !== undefined)
    sender.polls.set(
      outcome.as,
      choices.map(({ id }) => id),
    );
  if (audio !== undefined) await play(sender, address, () => sender.media.get(audio.media));
  if (image !== undefined) await play(sender, address, async () => sender.media.picture?.(image.media));
  return outcome;
}

async function play(
  { ask }: Sender,
  to: string,
  get: () => Promise<Media | Picture | null | undefined>,
): Promise<void> {
  const found = await get().catch(() => null);
  if (found) await ask({ kind: 'play', to, type: found.type, bytes: found.bytes });
}

function outcomeOf(asked: Asked): SendOutcome {
  switch (asked.kind) {
    case 'sent':
      return { kind: 'sent', as: asked.id };
    case 'retry':
    case 'refused':
    case 'unknown':
      return asked;
    case 'not_told':
      return { kind: 'retry', afterMs: AWAY_MS, code: 'away' };
    case 'silent':
      return { kind: 'unknown', code: asked.code };
    // An answer to another question: whatever was done, nobody knows of it.
    case 'file':
    case 'gone':
    case 'too_large':
    case 'later':
    case 'dropped':
    case 'kept':
      return { kind: 'unknown', code: 'wrong_answer' };
  }
}

const refused = (code: string): SendOutcome => ({ kind: 'refused', code, gone: false });
