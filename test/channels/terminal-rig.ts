import { PassThrough } from 'node:stream';
import { TERMINAL_ACCOUNT, TERMINAL_USER, terminalChannel } from '../../src/channels/terminal/index.ts';
import type { MediaLibrary } from '../../src/domain/media.ts';
import type { Receive } from '../../src/conversation/ports.ts';
import type { Rig, RigMaker, Seen } from './rig.ts';

export const terminalRig: RigMaker = {
  name: 'terminal',
  people: 'one',
  media: ['voice', 'photo', 'video', 'document', 'sticker', 'location', 'contact'],
  network: false,
  open,
};

async function open(receive: Receive, media: MediaLibrary): Promise<Rig> {
  const input = new PassThrough();
  const output = new PassThrough();
  // One message is written at once; on the screen an empty line may stand within it or behind it.
  const written: string[] = [];
  output.on('data', (chunk: Buffer) => void written.push(chunk.toString()));
  const channel = terminalChannel({ input, output, run: 'r', media, retryMs: 5 });
  await channel.start(receive);
  const sees = (): Seen[] => written.map((message) => readMessage(message.replace(/\n\n$/, '')));
  const types = (line: string): void => void input.write(`${line}\n`);
  return {
    channel,
    account: TERMINAL_ACCOUNT,
    person: () => ({
      address: TERMINAL_USER,
      says: types,
      taps: (label) => types(typedFor(label, written.at(-1) ?? '')),
      sends: (media) => types(`:${media}`),
      sees,
    }),
    close: () => channel.stop(),
  };
}

/** What stands before a label: its number, its code, or itself where it begins with its number. */
function typedFor(label: string, message: string): string {
  const line = message.split('\n').find((each) => each.replace(/^ {2}(\d+\. )?/, '') === label);
  return /^ {2}(\d+)/.exec(line ?? '')?.[1] ?? '0';
}

function readMessage(block: string): Seen {
  const lines = block.split('\n');
  const labels = lines.flatMap((line) => /^ {2}(?:\d+\. )?(.*)$/.exec(line)?.[1] ?? []);
  const text = lines.slice(0, lines.length - labels.length);
  if (/^\[image \d+ kB\]$/.test(text.at(-1) ?? ''))
    return { text: text.slice(0, -1).join('\n'), labels, picture: true };
  const [, minutes, seconds] = /^\[audio (\d+):(\d\d), \d+ kB\]$/.exec(text.at(-1) ?? '') ?? [];
  if (seconds === undefined) return { text: text.join('\n'), labels };
  return { text: text.slice(0, -1).join('\n'), labels, audio: Number(minutes) * 60 + Number(seconds) };
}
