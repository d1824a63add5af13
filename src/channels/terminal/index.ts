import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Channel, Receipt, Receive } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import type { MediaCard, MediaLibrary } from '../../domain/media.ts';
import type { Choice, Inbound, Outbound } from '../../domain/message.ts';
import { render } from './render.ts';
import { readLine } from './read-line.ts';

export interface TerminalOptions {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Random: the message ids of two runs over one store must differ. */
  run: string;
  /** Where recordings and pictures lie; without it nothing but their being there can be told. */
  media?: Pick<MediaLibrary, 'about' | 'picture'>;
  /** Pause before a line that could not be stored is tried again. */
  retryMs?: number;
}

export interface TerminalChannel extends Channel {
  readonly id: 'terminal';
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when the input has ended and every line of it was taken. */
  ended(): Promise<void>;
}

export const TERMINAL_ACCOUNT = 'local';
export const TERMINAL_USER = 'you';

/** No platform comes again here, so the channel itself does, this often; then the line is given up, and says so. */
const MAX_TRIES = 20;

/** The channel of `benkan play`: lines in, text and numbered choices out. A typed number taps that choice. */
export function terminalChannel(options: TerminalOptions): TerminalChannel {
  const { input, output, run, media, retryMs = 500 } = options;
  const lines = createInterface({ input, terminal: false });
  const closed = new Promise<void>((resolve) => lines.once('close', resolve));
  let inHand: Promise<unknown> = Promise.resolve();
  let offered: readonly Choice[] = [];
  let count = 0;

  async function take(line: string, receive: Receive): Promise<void> {
    const content = readLine(line, offered);
    if (!content) return;
    offered = [];
    count += 1;
    const message: Inbound = {
      channel: 'terminal',
      account: TERMINAL_ACCOUNT,
      user: TERMINAL_USER,
      address: TERMINAL_USER,
      id: `${run}.${count}`,
      order: count,
      content,
    };
    const receipt = await insist(() => receive(message), retryMs);
    if (!receipt) output.write('(!) This line could not be stored.\n');
  }

  return {
    id: 'terminal',

    async send(message) {
      const audio = await audioOf(message, media);
      if (message.choices?.length) offered = message.choices;
      const written = output.write(render(message, audio, await imageOf(message, media)));
      // A slow reader: go on when it has caught up, so that nothing piles up in memory.
      if (!written) await new Promise((resolve) => output.once('drain', resolve));
      return { kind: 'sent' };
    },

    async start(receive) {
      // One line at a time: the next is read in the light of what was answered to this one.
      lines.on('line', (line) => {
        inHand = inHand.then(() => take(line, receive));
      });
    },

    async stop() {
      lines.close();
      await inHand;
    },

    async ended() {
      await closed;
      await inHand;
    },
  };
}

/** What can be told of a message's recording; nothing where it is gone, or cannot be looked up. */
async function audioOf(
  { audio }: Outbound,
  media: TerminalOptions['media'],
): Promise<Partial<MediaCard> | undefined> {
  if (audio === undefined) return undefined;
  if (media === undefined) return audio.seconds === undefined ? {} : { seconds: audio.seconds };
  return (await media.about(audio.media).catch(() => null)) ?? undefined;
}

/** The same of its picture. */
async function imageOf(
  { image }: Outbound,
  media: TerminalOptions['media'],
): Promise<Pick<MediaCard, 'size'> | undefined> {
  const found = image && (await media?.picture?.(image.media).catch(() => null));
  return found ? { size: found.bytes.length } : undefined;
}

async function insist(receive: () => Promise<Receipt>, retryMs: number): Promise<Receipt | undefined> {
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    try {
      return await receive();
    } catch (error) {
      if (!(error instanceof Fault) || error.kind !== 'unavailable') return undefined;
      await pause(retryMs);
    }
  }
  return undefined;
}
