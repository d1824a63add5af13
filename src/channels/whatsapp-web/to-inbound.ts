import type { Inbound, InboundContent, MediaKind } from '../../domain/message.ts';
import { MAX_TEXT_LENGTH, sentOn } from '../../domain/message.ts';
import { captioned } from '../platform/caption.ts';
import { positionIn } from '../platform/position.ts';
import { wellFormed } from '../platform/well-formed.ts';
import type { WebMessage, WebVote } from './protocol.ts';

export const CHANNEL = 'whatsapp-web';
/** More than can come within one second; the counter starts over. */
const A_SECOND = 1_000_000;

/** What makes a message one of ours, besides itself. */
export interface Arrival {
  /** Our own number. */
  account: string;
  /** Counts what came in, for the order of messages of one second: WhatsApp tells whole ones. */
  nth: number;
}

/** A message as an `Inbound`; pure, total. */
export function toInbound(message: WebMessage, { account, nth }: Arrival): Inbound {
  const { id, chat, sentAt } = message;
  return {
    ...{ channel: CHANNEL, account, user: chat, address: chat, sentAt },
    id: shortId(id),
    order: sentAt * A_SECOND + (nth % A_SECOND),
    content: message.forwarded ? sentOn(contentOf(message)) : contentOf(message),
  };
}

/** A vote as the tap it is. `token` is absent where the poll is older than what we remember: then it chose nothing. */
export function voteToInbound(
  { id, chat }: WebVote,
  token: string | undefined,
  { account, nth, now }: Arrival & { now: number },
): Inbound {
  return {
    ...{ channel: CHANNEL, account, user: chat, address: chat },
    id: shortId(id),
    order: Math.floor(now / 1000) * A_SECOND + (nth % A_SECOND),
    content: token === undefined ? { kind: 'unsupported', what: 'button' } : { kind: 'choice', token },
  };
}

/** WhatsApp's id without the chat, which stands beside it anyway; whole where it has another form. */
const shortId = (id: string): string => (/^false_[^_]+_([^_]{8,128})$/.exec(id)?.[1] ?? id).slice(-128);

function contentOf({ id, type, text, seconds, at }: WebMessage): InboundContent {
  if (WORDS.has(type)) return textContent(text);
  if (type === 'edited') return { kind: 'unsupported', what: 'edited' };
  const media = Object.hasOwn(MEDIA, type) ? MEDIA[type] : undefined;
  if (media === undefined) return { kind: 'unsupported', what: 'message' };
  const fetched = media === 'voice' || media === 'photo';
  const sent: InboundContent = {
    kind: 'media',
    media,
    ...(fetched && { id }),
    ...(media === 'voice' && seconds !== undefined && { seconds }),
    ...(media === 'location' && positionIn(at)),
  };
  return captioned(sent, text);
}

/** Buttons and lists of old clients answer with the words on them. */
const WORDS = new Set(['chat', 'list_response', 'buttons_response', 'template_button_reply']);

const MEDIA: Readonly<Record<string, MediaKind>> = {
  ptt: 'voice',
  image: 'photo',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  live_location: 'location',
  vcard: 'contact',
  multi_vcard: 'contact',
  audio: 'other',
  ptv: 'video',
};

function textContent(raw: string): InboundContent {
  const text = wellFormed(raw);
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'unsupported', what: 'too_long' };
  if (text.trim() === '') return { kind: 'unsupported', what: 'empty' };
  return { kind: 'text', text };
}
