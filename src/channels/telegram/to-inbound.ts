import type { z } from 'zod';
import type { Inbound, InboundContent } from '../../domain/message.ts';
import { MAX_TEXT_LENGTH, sentOn } from '../../domain/message.ts';
import { readCommand } from './commands.ts';
import { mediaContent } from './media-content.ts';
import { callbackSchema, membershipSchema, messageSchema, updateSchema } from './update-schema.ts';
import { captioned } from '../platform/caption.ts';
import { wellFormed } from '../platform/well-formed.ts';

/** What an update says: a message for the conversation (and the tap to confirm), or why it is none of ours. */
export type Reading = { inbound: Inbound; tap?: string } | { ignored: Ignored };
export type Ignored = 'malformed' | 'unknown_kind' | 'not_private' | 'from_a_bot' | 'no_change';

/**
 * An update as an `Inbound`; pure, never throws. Private chats with people only: what groups, channels and bots bring is
 * ignored, because consent and answers belong to one person who sees them alone.
 * @param account the bot's id
 */
export function toInbound(update: unknown, account: string): Reading {
  const envelope = updateSchema.safeParse(update);
  if (!envelope.success) return { ignored: 'malformed' };
  const { update_id: id } = envelope.data;
  const found = readBody(envelope.data);
  if (typeof found === 'string') return { ignored: found };
  const { user, address, sentAt, content, tap } = found;
  return {
    inbound: {
      channel: 'telegram',
      account,
      user: String(user),
      address: String(address),
      id: String(id),
      // The only order Telegram gives over messages and taps alike; ids that restart lower do so after a silent week.
      order: id,
      ...(sentAt !== undefined && { sentAt }),
      content,
    },
    ...(tap !== undefined && { tap }),
  };
}

interface Found {
  user: number;
  address: number;
  sentAt?: number | undefined;
  content: InboundContent;
  tap?: string;
}

function readBody(update: z.infer<typeof updateSchema>): Found | Ignored {
  const { message, edited_message: edited, callback_query: callback, my_chat_member: membership } = update;
  if (message !== undefined) return readMessage(message, contentOf);
  if (edited !== undefined) return readMessage(edited, editedContent);
  if (callback !== undefined) return readCallback(callback);
  return membership === undefined ? 'unknown_kind' : readMembership(membership);
}

type Message = z.infer<typeof messageSchema>;

function readMessage(
  given: unknown,
  read: (message: Message) => InboundContent | undefined,
): Found | Ignored {
  const message = messageSchema.safeParse(given).data;
  if (!message) return 'malformed';
  const { from, chat, date: sentAt } = message;
  if (chat.type !== 'private' || !from) return 'not_private';
  if (from.is_bot) return 'from_a_bot';
  const content = read(message);
  return content === undefined ? 'no_change' : { user: from.id, address: chat.id, sentAt, content };
}

/**
 * Words that have been read and answered do not change any more; who changes them is told so. A position that is shared
 * live comes as an edit every few seconds, and says nothing. The date stays that of the message: one written before its
 * sender was erased is still of then.
 */
const editedContent = ({ text, caption }: Message): InboundContent | undefined =>
  text === undefined && caption === undefined ? undefined : { kind: 'unsupported', what: 'edited' };

function contentOf(message: Message): InboundContent {
  const said = message.text === undefined ? mediaContent(message) : textContent(message.text);
  if (said === undefined) return { kind: 'unsupported', what: 'message' };
  const content = captioned(said, message.caption);
  return message.forward_origin === undefined ? content : sentOn(content);
}

function textContent(raw: string): InboundContent {
  const text = wellFormed(raw);
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'unsupported', what: 'too_long' };
  if (text.trim() === '') return { kind: 'unsupported', what: 'empty' };
  return text.startsWith('/') ? readCommand(text) : { kind: 'text', text };
}

function readCallback(given: unknown): Found | Ignored {
  const callback = callbackSchema.safeParse(given).data;
  if (!callback) return 'malformed';
  const { id: tap, from, message, data } = callback;
  if (message && message.chat.type !== 'private') return 'not_private';
  if (from.is_bot) return 'from_a_bot';
  return { user: from.id, address: message?.chat.id ?? from.id, content: tokenContent(data), tap };
}

/** Telegram allows 1–64 bytes; anything else never left from here. The token itself is not touched. */
function tokenContent(token = ''): InboundContent {
  const bytes = Buffer.byteLength(token);
  const possible = bytes >= 1 && bytes <= 64 && wellFormed(token) === token;
  return possible ? { kind: 'choice', token } : { kind: 'unsupported', what: 'button' };
}

/** In a private chat the bot is `kicked` when the person blocks it, `member` again when they come back. */
function readMembership(given: unknown): Found | Ignored {
  const membership = membershipSchema.safeParse(given).data;
  if (!membership) return 'malformed';
  const { from, chat, date: sentAt, new_chat_member: now } = membership;
  if (chat.type !== 'private') return 'not_private';
  if (now.status !== 'kicked' && now.status !== 'member') return 'no_change';
  const content: InboundContent = { kind: 'presence', present: now.status === 'member' };
  return { user: from.id, address: chat.id, sentAt, content };
}
