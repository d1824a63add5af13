import type { SendAnswer, ToProcess } from '../protocol.ts';
import { type Client, MessageMedia, Poll } from './client.ts';
import { deliver } from './deliver.ts';

type Send = Extract<ToProcess, { kind: 'send' }>;
type Play = Extract<ToProcess, { kind: 'play' }>;

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

  /** Ogg Opus arrives as a voice note, another recording as a piece of audio, a picture as one: so WhatsApp has it. */
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
