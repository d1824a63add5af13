import { createHash } from 'node:crypto';
import { type Inbound, type InboundContent, MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { wellFormed } from '../platform/well-formed.ts';
import type { SmsMessage } from './notification.ts';
import { carrierWord } from './stop-words.ts';

export const CHANNEL = 'sms';
/** More than can come within one second; the counter starts over. */
const A_SECOND = 1_000_000;
const LONGEST_ID = 128;

/**
 * An SMS as an `Inbound`; pure. Its time serves the order alone: a phone that is the gateway may have a wrong clock, and
 * `sentAt` would have what people write after an erasure taken for something that was on its way.
 * @param nth counts what came in, for the order of SMS of one second, and of those whose time is not told
 */
export function toInbound(message: Omit<SmsMessage, 'piece'>, account: string, nth: number): Inbound {
  const { from, text, at } = message;
  const seconds = secondsIn(at);
  return {
    channel: CHANNEL,
    account,
    user: from,
    address: from,
    id: idOf(message),
    order: (seconds ?? 0) * A_SECOND + (nth % A_SECOND),
    content: contentOf(text),
  };
}

/** The gateway's id; without one, what makes an SMS this one: who, when, what. */
export function idOf({ id, from, at, text }: Omit<SmsMessage, 'piece'>): string {
  if (id !== undefined && id.length <= LONGEST_ID) return id;
  const what = id === undefined ? [from, at, text] : [id];
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url');
}

function contentOf(raw: string): InboundContent {
  const text = wellFormed(raw);
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'unsupported', what: 'too_long' };
  if (text.trim() === '') return { kind: 'unsupported', what: 'empty' };
  const intent = carrierWord(text);
  return intent === undefined ? { kind: 'text', text } : { kind: 'intent', intent };
}

/** Seconds since 1970, or milliseconds, or a date; one without a time zone is Bamako's, which is UTC. */
export function secondsIn(at: string | undefined): number | undefined {
  if (at === undefined) return undefined;
  if (/^\d{9,11}$/u.test(at)) return Number(at);
  if (/^\d{12,14}$/u.test(at)) return Math.floor(Number(at) / 1000);
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/iu.test(at)) return undefined;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/iu.test(at.slice(10)) ? at : `${at}Z`;
  const ms = Date.parse(zoned.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/u, '$1:$2'));
  return Number.isNaN(ms) || ms < 0 ? undefined : Math.floor(ms / 1000);
}
