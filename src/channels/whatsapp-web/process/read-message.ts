import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from '../../../domain/message.ts';
import { chatId, webMessage, type WebMessage, webVote, type WebVote } from '../protocol.ts';

/** The library's shapes, as far as they are used; everything else of them comes and goes. */
const serialized = z.object({ _serialized: z.string() });
const message = z.object({
  id: z.object({ _serialized: z.string(), fromMe: z.boolean() }),
  from: z.string(),
  type: z.string(),
  timestamp: z.int().nonnegative(),
  body: z.string().catch(''),
  /** Seconds, as a string at times. */
  duration: z.coerce.number().nonnegative().optional().catch(undefined),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional().catch(undefined),
  isStatus: z.boolean().optional().catch(undefined),
  isForwarded: z.boolean().optional().catch(undefined),
});
const vote = z.object({
  voter: z.union([z.string(), serialized.transform((wid) => wid._serialized)]),
  selectedOptions: z.array(z.object({ localId: z.int().nonnegative() })),
  interractedAtTs: z.int().nonnegative().optional().catch(undefined),
  parentMessage: z.object({
    id: z.object({ _serialized: z.string(), fromMe: z.literal(true) }),
    to: z.string().optional(),
  }),
});

/** Of no conversation: they tell of other messages, of calls, or of WhatsApp itself. */
const SILENT = new Set([
  ...['e2e_notification', 'notification', 'notification_template', 'broadcast_notification', 'gp2', 'debug'],
  ...[
    'protocol',
    'ciphertext',
    'revoked',
    'reaction',
    'call_log',
    'album',
    'pinned_message',
    'newsletter_notification',
  ],
]);

/**
 * A message as the house reads it. `undefined`: it was not said to us by a person (our own, groups, statuses, channels),
 * says nothing, or has a shape we do not know.
 */
export function readMessage(given: unknown): WebMessage | undefined {
  const { data } = message.safeParse(given);
  if (data === undefined || data.id.fromMe || data.isStatus === true || SILENT.has(data.type))
    return undefined;
  const { id, from, type, timestamp, body, duration, location, isForwarded } = data;
  return webMessage.safeParse({
    id: id._serialized,
    ...{ chat: from, type, sentAt: timestamp },
    // A picture's body is its caption; a contact's, a card with numbers, is not read.
    text: type.endsWith('vcard') ? '' : body.slice(0, MAX_TEXT_LENGTH + 1),
    ...(duration !== undefined && { seconds: duration }),
    ...(location && { at: location }),
    ...(isForwarded === true && { forwarded: true }),
  }).data;
}

/**
 * Words that were read before, and are others now. The library tells of every change of a body, e.g. of a picture's that
 * has been loaded: only words count. Each edit is a message of its own.
 */
export function readEdit(given: unknown, now: unknown, before: unknown): WebMessage | undefined {
  const read = readMessage(given);
  if (read?.type !== 'chat' || typeof before !== 'string' || before === '' || before === now)
    return undefined;
  return webMessage.safeParse({ ...read, type: 'edited', id: `${read.id}.${hashOf(read.text)}` }).data;
}

/** Short, of the words alone: the same edit told twice is one. */
const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 12);

/**
 * A vote in a poll of ours. WhatsApp tells each change of mind: the last choice counts, and taking it back says nothing.
 * @param ourselves our own ids: whoever has our phone in hand does not answer for the other person
 */
export function readVote(given: unknown, ourselves: readonly string[]): WebVote | undefined {
  const { data } = vote.safeParse(given);
  const chosen = data?.selectedOptions.at(-1);
  if (data === undefined || chosen === undefined || ourselves.includes(data.voter)) return undefined;
  const { parentMessage, interractedAtTs } = data;
  const poll = parentMessage.id._serialized;
  // WhatsApp's own id of the vote is not passed on; poll, choice and moment are as good.
  const id = `${poll.slice(-100)}.${chosen.localId}.${interractedAtTs ?? ''}`;
  return webVote.safeParse({ id, chat: parentMessage.to ?? data.voter, poll, option: chosen.localId }).data;
}

/** Whether somebody can be written to there: a private chat. */
export const isPrivate = (chat: string): boolean => chatId.safeParse(chat).success;
