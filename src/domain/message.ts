import { z } from 'zod';
import { GLOBAL_INTENTS } from './language.ts';

/** More than this is no message a person types; it is cut off at the door with a polite word. */
export const MAX_TEXT_LENGTH = 4096;

/** The most that stands under a recording (Telegram's limit); conversation/pack.ts cuts longer words before they leave. */
export const MAX_CAPTION_LENGTH = 1024;

/** What a platform can bring besides words. A channel maps everything it cannot name to `other`. */
export const MEDIA_KINDS = [
  'voice',
  'photo',
  'video',
  'document',
  'sticker',
  'location',
  'contact',
  'other',
] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** Telegram's names of files have about 90 characters; it promises no length. */
export const MAX_MEDIA_NAME = 256;

/** What a link may carry: Telegram's alphabet and length for `?start=`. */
export const LINK = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * What a person sent, without any trace of the platform's own shape.
 * - `text`: as typed, well-formed Unicode, at most {@link MAX_TEXT_LENGTH} characters; longer text arrives as `too_long`.
 * - `choice`: the token of a button, as it left (see conversation/choice-token.ts).
 * - `intent`: a command the platform itself knows (`/aide`), already mapped.
 * - `arrival`: the person came by a link of the campaign; which one, in the platform's own alphabet. Anybody can make one.
 * - `media`: what it was; of a photo or voice message the name under which the channel finds it again (`id`), of a
 *   location its degrees (`at`), of a contact that is the sender's own its number (`phone`). Class A; the file itself
 *   stays with the platform.
 *   Words and media that somebody sends on are `forwarded`, where the platform tells. Of a photo the words under it
 *   (`caption`) are read by the check alone: they are no answer and no command of their own.
 * - `presence`: the person blocked or unblocked the account; nothing is answered.
 * - `unsupported`: anything the channel cannot read, or must not: `too_long`, `edited` (words that were read before).
 */
export const inboundContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string().max(MAX_TEXT_LENGTH),
    forwarded: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('choice'), token: z.string().max(128) }),
  z.strictObject({ kind: z.literal('intent'), intent: z.enum(GLOBAL_INTENTS) }),
  z.strictObject({ kind: z.literal('arrival'), link: z.string().regex(LINK) }),
  z.strictObject({
    kind: z.literal('media'),
    media: z.enum(MEDIA_KINDS),
    id: z.string().min(1).max(MAX_MEDIA_NAME).optional(),
    seconds: z.number().nonnegative().optional(),
    at: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
    phone: z
      .string()
      .regex(/^\+\d{7,15}$/)
      .optional(),
    forwarded: z.literal(true).optional(),
    caption: z.string().max(MAX_TEXT_LENGTH).optional(),
  }),
  z.strictObject({ kind: z.literal('presence'), present: z.boolean() }),
  z.strictObject({ kind: z.literal('unsupported'), what: z.string().max(64) }),
]);
export type InboundContent = z.infer<typeof inboundContent>;

/** The same, that its sender had from somebody else: words and media are marked so. */
export const sentOn = (content: InboundContent): InboundContent =>
  content.kind === 'text' || content.kind === 'media' ? { ...content, forwarded: true } : content;

/** What a medium would bring, where a talk is only tried: a photo called `photo`, a place in the middle of Bamako. */
export const tried = (media: MediaKind): InboundContent => ({
  kind: 'media',
  media,
  ...((media === 'photo' || media === 'voice') && { id: media }),
  ...(media === 'location' && { at: { lat: 12.639, lon: -8.003 } }),
});

/** One message that entered. `user` and `address` are class A: never logged, never stored in clear. */
export const inbound = z.strictObject({
  channel: z.string().min(1).max(32),
  /** Which of our accounts on that channel received it, e.g. the bot's id. */
  account: z.string().min(1).max(64),
  /** The platform's id of the person. */
  user: z.string().min(1).max(128),
  /** Where a reply goes: the chat id. */
  address: z.string().min(1).max(128),
  /** The platform's id of this message, unique within the account. */
  id: z.string().min(1).max(128),
  /** The platform's own order within the account; only compared among messages that wait together. */
  order: z.number().int().nonnegative(),
  /** Seconds since 1970 by the platform's clock, where it tells. */
  sentAt: z.number().int().nonnegative().optional(),
  content: inboundContent,
});
export type Inbound = z.infer<typeof inbound>;

/**
 * A button under a message: its authenticated token and its words. `digits`: what may be typed for it (C7); absent where
 * only a finger may press it. `code`: what is typed for such a one where nothing can be pressed (conversation/choice-code.ts).
 */
export const choice = z.strictObject({
  id: z.string(),
  label: z.string(),
  digits: z.string().optional(),
  code: z.string().optional(),
});
export type Choice = z.infer<typeof choice>;

/** Lanes of the outbox, the most urgent first. */
export const LANES = ['reply', 'alert', 'broadcast'] as const;
export type Lane = (typeof LANES)[number];

/** One message that leaves, ready to be rendered by its channel. */
export const outbound = z.strictObject({
  /** Random, unique; a channel that can dedupe by it does. */
  id: z.string(),
  address: z.string(),
  lane: z.enum(LANES),
  text: z.string(),
  /** The language its person has chosen, once they have: a page that shows the talk speaks it around the talk too. */
  lang: z.string().max(16).optional(),
  choices: z.array(choice).optional(),
  /**
   * It asks for the person's own number or place, which some platforms send at the press of a key with this label; others
   * pass it over, and all take the answer by hand. Never beside choices.
   */
  asks: z.strictObject({ what: z.enum(['contact', 'location']), label: z.string() }).optional(),
  /** An earlier message asked so, and nobody is asked any more: such a key goes away. */
  asksNoMore: z.literal(true).optional(),
  /**
   * A recording that goes with the text, by its id in the media store. Where it is gone by then, or the text is longer
   * than {@link MAX_CAPTION_LENGTH}, the text goes alone.
   */
  audio: z.strictObject({ media: z.string(), seconds: z.number().optional() }).optional(),
  /** A picture its person has asked for, by its id; as with a recording the text goes alone where it is gone. */
  image: z.strictObject({ media: z.string() }).optional(),
});
export type Outbound = z.infer<typeof outbound>;
