import { PassThrough } from 'node:stream';
import { TERMINAL_ACCOUNT, TERMINAL_USER, terminalChannel } from '../../src/channels/terminal/index.ts';
import type { Receive } from '../../src/conversation/ports.ts';
import type { Rig, RigMaker, Seen } from './rig.ts';

export const terminalRig: RigMaker = {
  name: 'terminal',
  people: 'one',
  media: ['voice', 'photo', 'video', 'document', 'sticker', 'location', 'contact'],
  network: false,
  open: async (receive) => open(receive),
};

async function open(receive: Receive): Promise<Rig> {
  const input = new PassThrough();
  const output = new PassThrough();
  let screen = '';
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
  });
  const channel = terminalChannel({ input, output, run: 'r', retryMs: 5 });
  await channel.start(receive);
  const sees = (): Seen[] => screen.split('\n\n').filter(Boolean).map(readMessage);
  const types = (line: string): void => void input.write(`${line}\n`);
  return {
    channel,
    account: TERMINAL_ACCOUNT,
    person: () => ({
      address: TERMINAL_USER,
      says: types,
      taps: (label) => types(String((sees().at(-1)?.labels.indexOf(label) ?? -1) + 1)),
      sends: (media) => types(`:${media}`),
      sees,
    }),
    close: () => channel.stop(),
  };
}

function readMessage(block: string): Seen {
  const lines = block.split('\n');
  const labels = lines.flatMap((line) => /^ {2}\d+\. (.*)$/.exec(line)?.[1] ?? []);
  return { text: lines.slice(0, lines.length - labels.length).join('\n'), labels };
}
