import type { Inbound, InboundContent } from '../../domain/message.ts';
import { MAX_TEXT_LENGTH, sentOn } from '../../domain/message.ts';
import { wellFormed } from '../platform/well-formed.ts';
import { mediaContent } from './media-content.ts';
import type { CloudMessage } from './notification.ts';

export const CHANNEL = 'whatsapp-cloud';
/** More than can come within one second; the counter starts over. */
const A_SECOND = 1_000_000;

/**
 * A message as an `Inbound`; pure. `undefined`: nothing a person said to us (a reaction, a change of number), or nobody
 * it could be answered to.
 * @param nth counts what came in, for the order of messages of one second: WhatsApp tells whole ones
 */
export function toInbound(message: CloudMessage, account: string, nth: number): Inbound | undefined {
  const { id, from, from_user_id: userId, timestamp } = message;
  // The business-scoped id stays when somebody hides their number behind a user name.
  const user = userId ?? from;
  const address = from ?? userId;
  const said = contentOf(message);
  if (user === undefined || address === undefined || said === undefined) return undefined;
  const content = isSentOn(message) ? sentOn(said) : said;
  const order = timestamp * A_SECOND + (nth % A_SECOND);
  return { channel: CHANNEL, account, user, address, id, order, sentAt: timestamp, content };
}

const isSentOn = ({ context }: CloudMessage): boolean =>
  context?.forwarded === true || context?.frequently_forwarded === true;

/** A number is all digits; a business-scoped id begins with a country's letters. */
export const isPhone = (address: string): boolean => /^\d{1,20}$/.test(address);

/** Of no conversation: they tell of other messages, or of the platform itself. */
const SILENT = new Set(['reaction', 'system', 'ephemeral', 'request_welcome']);

function contentOf(message: CloudMessage): InboundContent | undefined {
  const { type, text, button, interactive } = message;
  if (SILENT.has(type)) return undefined;
  if (text !== undefined) return textContent(text.body);
  const token = interactive?.button_reply?.id ?? interactive?.list_reply?.id ?? button?.payload;
  if (token !== undefined) return tokenContent(token);
  return mediaContent(message) ?? { kind: 'unsupported', what: 'message' };
}

function textContent(raw: string): InboundContent {
  const text = wellFormed(raw);
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'unsupported', what: 'too_long' };
  if (text.trim() === '') return { kind: 'unsupported', what: 'empty' };
  return { kind: 'text', text };
}

/** Whether it is one of ours, and of this very question, is the conversation's to say. */
const tokenContent = (token: string): InboundContent =>
  token !== '' && token.length <= 128 && wellFormed(token) === token
    ? { kind: 'choice', token }
    : { kind: 'unsupported', what: 'button' };
