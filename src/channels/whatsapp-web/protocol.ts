import { z } from 'zod';
import { MAX_MEDIA_NAME, MAX_TEXT_LENGTH } from '../../domain/message.ts';

/*
 * What the house and the process with the library say to each other. Both ends read with these schemas: what fits none
 * is left out and counted, so that neither can bring the other down.
 */

const id = z.string().min(1).max(MAX_MEDIA_NAME);
/** A private chat: a number, or an id that hides it. */
export const chatId = z.string().regex(/^\d{1,20}@(c\.us|lid)$/);
const code = z.string().regex(/^[a-z0-9_]{1,64}$/);
const nth = z.int().nonnegative();
/** Not `instanceof`: a view may come from another realm. */
const bytes = z.custom<Uint8Array>((given) => ArrayBuffer.isView(given));

/** A message somebody sent us in a private chat; other chats stay in the process. */
export const webMessage = z.strictObject({
  id,
  chat: chatId,
  /** The library's name of the kind, e.g. `chat` or `ptt`. */
  type: z.string().max(64),
  /** Seconds since 1970, by WhatsApp. */
  sentAt: z.int().nonnegative(),
  /** One character more than a person may write shows that it was too long. */
  text: z.string().max(MAX_TEXT_LENGTH + 1),
  seconds: z.number().nonnegative().optional(),
  at: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
  forwarded: z.literal(true).optional(),
});
export type WebMessage = z.infer<typeof webMessage>;

/** Somebody chose in a poll of ours. */
export const webVote = z.strictObject({
  id,
  chat: chatId,
  poll: id,
  /** Its place among the options, from 0. */
  option: nth,
});
export type WebVote = z.infer<typeof webVote>;

/** What became of a message that was to be sent. The same words as `SendOutcome`. */
const sendAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sent'), id }),
  z.strictObject({ kind: z.literal('retry'), afterMs: nth, code }),
  z.strictObject({ kind: z.literal('refused'), code, gone: z.boolean() }),
  z.strictObject({ kind: z.literal('unknown'), code }),
]);
export type SendAnswer = z.infer<typeof sendAnswer>;

const fetchAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), type: z.string().max(256), bytes }),
  z.strictObject({ kind: z.literal('gone') }),
  z.strictObject({ kind: z.literal('too_large') }),
  z.strictObject({ kind: z.literal('later'), afterMs: nth }),
]);
export type FetchAnswer = z.infer<typeof fetchAnswer>;

/** A chat is deleted, here and on the phone, or is not. */
const dropAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dropped') }),
  z.strictObject({ kind: z.literal('kept') }),
]);
export type DropAnswer = z.infer<typeof dropAnswer>;

/** Where the process stands with WhatsApp. */
export const stage = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({ state: z.literal('waiting'), qr: z.string().min(1).max(2_000) }),
  z.strictObject({ state: z.literal('pairing') }),
  z.strictObject({ state: z.literal('ready'), account: z.string().min(1).max(64) }),
  /** Only an operator can go on from here. */
  z.strictObject({ state: z.literal('unlinked'), why: z.enum(['logged_out', 'banned']) }),
]);
export type Stage = z.infer<typeof stage>;

/** How far a message of ours has come. */
const ack = z.enum(['sent', 'delivered', 'read', 'failed']);
export type Ack = z.infer<typeof ack>;

/** From the process to the house. */
export const fromProcess = z.discriminatedUnion('kind', [
  /** It is alive. */
  z.strictObject({ kind: z.literal('beat') }),
  z.strictObject({ kind: z.literal('stage'), stage }),
  /** `ref` comes back with `taken`, once it is durable. */
  z.strictObject({ kind: z.literal('message'), ref: nth, message: webMessage }),
  z.strictObject({ kind: z.literal('vote'), ref: nth, vote: webVote }),
  z.strictObject({ kind: z.literal('ack'), id, state: ack }),
  z.strictObject({
    kind: z.literal('answer'),
    call: nth,
    answer: z.union([sendAnswer, fetchAnswer, dropAnswer]),
  }),
  /** Something went wrong and was met; for the log. */
  z.strictObject({ kind: z.literal('trouble'), code }),
  /** Its last word: why it ends. */
  z.strictObject({ kind: z.literal('ending'), code }),
]);
export type FromProcess = z.infer<typeof fromProcess>;

/** When the watchdogs act, in milliseconds; see process/watch.ts. */
export const watchLimits = z.strictObject({
  lookMs: z.int().positive(),
  nudgeMs: z.int().positive(),
  rebuildMs: z.int().positive(),
  qrMs: z.int().positive(),
  blindMs: z.int().positive(),
  startMs: z.int().positive(),
});
export type WatchLimits = z.infer<typeof watchLimits>;

export const begin = z.strictObject({
  /** The session's folder: whoever reads it speaks as us. */
  folder: z.string().min(1),
  chromium: z.string().min(1),
  args: z.array(z.string()),
  limits: watchLimits,
  beatMs: z.int().positive(),
});
export type Begin = z.infer<typeof begin>;

/** From the house to the process. */
export const toProcess = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin'), begin }),
  z.strictObject({
    kind: z.literal('send'),
    call: nth,
    to: chatId,
    text: z.string().min(1),
    /** The text is a poll's question, these are its answers. */
    options: z.array(z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('play'), call: nth, to: chatId, type: z.string(), bytes }),
  z.strictObject({ kind: z.literal('fetch'), call: nth, id }),
  z.strictObject({ kind: z.literal('drop'), call: nth, chat: chatId }),
  z.strictObject({ kind: z.literal('taken'), ref: nth }),
  /** Asks for what was not read since then, in seconds since 1970; `again`: and for what was told and not taken. */
  z.strictObject({ kind: z.literal('unread'), since: nth, again: z.boolean() }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type ToProcess = z.infer<typeof toProcess>;
