import { z } from 'zod';
import { MAX_SENT_BYTES } from '../../../domain/media.ts';
import type { FetchAnswer, SendAnswer, ToProcess } from '../protocol.ts';
import { type Client, MessageMedia, Poll } from './client.ts';
import { deliver } from './deliver.ts';
import { isOnItsWay, within } from './page.ts';

type Send = Extract<ToProcess, { kind: 'send' }>;
type Play = Extract<ToProcess, { kind: 'play' }>;

/** The file's owner must be online to send it once more. */
const PHONE_AWAY_MS = 10 * 60_000;
const PAGE_AWAY_MS = 30_000;
const FETCH_MS = 90_000;

const HOW = {
  // "Sent" means that WhatsApp's server has it, not that the page has put it aside.
  waitUntilMsgSent: true,
  // A preview costs the reader data, and fetches pages somebody else has typed.
  linkPreview: false,
  // Only what is durable is read.
  sendSeen: false,
  // Words are words, whatever they begin with.
  parseVCards: false,
} as const;

/** Sends, one message after the other: so it can be told which of them the page has made. */
export class Outgoing {
  readonly #client: Client;
  #line: Promise<unknown> = Promise.resolve();
  #made = 0;

  constructor(client: Client) {
    this.#client = client;
    client.on('message_create', (message) => {
      if (message.fromMe) this.#made += 1;
    });
  }

  send({ to, text, options }: Send): Promise<SendAnswer> {
    return this.#deliver(to, options === undefined ? text : new Poll(text, options));
  }

  /** Ogg Opus arrives as a voice note, everything else as a piece of audio: so WhatsApp has it. */
  play({ to, type, bytes }: Play): Promise<SendAnswer> {
    const isVoice = type === 'audio/ogg';
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    const media = new MessageMedia(isVoice ? 'audio/ogg; codecs=opus' : type, content, 'benkan');
    return this.#deliver(to, media, { sendAudioAsVoice: isVoice });
  }

  #deliver(
    to: string,
    content: Parameters<Client['sendMessage']>[1],
    more: { sendAudioAsVoice?: boolean } = {},
  ): Promise<SendAnswer> {
    const made = {
      since: () => {
        const before = this.#made;
        return () => this.#made > before;
      },
    };
    const answer = this.#line.then(() =>
      deliver(() => this.#client.sendMessage(to, content, { ...HOW, ...more }), made),
    );
    this.#line = answer;
    return answer;
  }
}

const size = z.object({ _data: z.object({ size: z.number() }) });

/** Brings the file of a message, as long as WhatsApp or the phone it came from has it. Never rejects. */
export async function fetchFile(client: Client, id: string): Promise<FetchAnswer> {
  try {
    // The library's types promise one; there is none for a message that was deleted.
    const message = (await client.getMessageById(id)) as wwebjsMessage | undefined;
    if (message?.hasMedia !== true) return { kind: 'gone' };
    if ((size.safeParse(message).data?._data.size ?? 0) > MAX_SENT_BYTES) return { kind: 'too_large' };
    const file = (await within(message.downloadMedia(), FETCH_MS)) as wwebjsMedia | undefined;
    if (file !== undefined) {
      const bytes = Buffer.from(file.data, 'base64');
      return bytes.length > MAX_SENT_BYTES
        ? { kind: 'too_large' }
        : { kind: 'file', type: file.mimetype, bytes };
    }
    const later = client.pupPage !== undefined && (await isOnItsWay(client.pupPage, id));
    return later ? { kind: 'later', afterMs: PHONE_AWAY_MS } : { kind: 'gone' };
  } catch {
    return { kind: 'later', afterMs: PAGE_AWAY_MS };
  }
}

type wwebjsMessage = Awaited<ReturnType<Client['getMessageById']>>;
type wwebjsMedia = Awaited<ReturnType<wwebjsMessage['downloadMedia']>>;
