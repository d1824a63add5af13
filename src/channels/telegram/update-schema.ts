import { z } from 'zod';

/**
 * The fields of an update that are used, and no others: unknown ones pass, these are strict. Ids have up to 52 bits
 * (core.telegram.org/bots/api#user), so they are exact as numbers.
 */
const id = z.int();
const from = z.object({ id: id.positive(), is_bot: z.boolean() });
const chat = z.object({ id, type: z.string() });
const date = z.int().nonnegative().optional().catch(undefined);

/** A kind of content that is only noticed, never opened. */
const there = z.unknown().optional();

export const messageSchema = z.object({
  from: from.optional(),
  chat,
  date,
  text: z.string().optional(),
  caption: z.string().optional().catch(undefined),
  voice: there,
  photo: there,
  video: there,
  video_note: there,
  animation: there,
  document: there,
  sticker: there,
  location: there,
  venue: there,
  contact: there,
  audio: there,
  poll: there,
  dice: there,
  /** Whose message it was; only that it was somebody's is used. */
  forward_origin: there,
});

export const callbackSchema = z.object({
  id: z.string().min(1).max(128),
  from,
  /** Absent under inline messages; `date` 0 marks one that is too old to be shown. */
  message: z.object({ chat }).optional(),
  data: z.string().optional(),
});

export const membershipSchema = z.object({
  from,
  chat,
  date,
  new_chat_member: z.object({ status: z.string() }),
});

export const updateSchema = z.object({
  update_id: z.int().nonnegative(),
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
});

/** The kinds asked of Telegram; everything else, posts in channels among it, would be thrown away here. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
