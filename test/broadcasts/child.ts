// One process that sends broadcasts over Telegram, to be killed. Bundled and started by children.ts.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { telegramChannel } from '../../src/channels/telegram/index.ts';
import { PACE } from '../../src/channels/telegram/pace.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { NO_MEDIA } from '../../src/domain/media.ts';
import { keyring, keyringFile } from '../../src/store/keys/keyring.ts';
import { instrumented } from '../crash/points.ts';
import type { Orders } from './children.ts';
import { startSender } from './sender.ts';

const EVERY_MS = 100;
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const { uri, leaseMs, perSecond, stepMs, crashAt } = orders;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const telegram = telegramChannel({
  ...{ token: orders.token, apiRoot: orders.apiRoot, mode: 'polling', pauseMs: 20, log: quiet },
  media: NO_MEDIA,
});
const passed: string[] = [];
const sender = await startSender({
  ...{ uri, leaseMs, stepMs },
  ...(orders.settings && { settings: orders.settings }),
  ...(orders.redis !== undefined && { redis: orders.redis }),
  clock: { now: () => Date.now() + (orders.clockAheadMs ?? 0) },
  keyring: keyring(keyringFile.parse(JSON.parse(readFileSync(orders.keyringPath, 'utf8')))),
  channel: {
    ...{ id: 'telegram', send: (message, account) => telegram.send(message, account) },
    answers: async () => true,
    pace:
      perSecond === 0
        ? PACE
        : { inAll: { messages: perSecond, perMs: 1000, source: 'test', sparesReplies: true } },
  },
  instrument: instrumented((point) => {
    if (orders.tellPoints === true) passed.push(point);
    if (point === crashAt) process.kill(process.pid, 'SIGKILL');
  }),
});
if (orders.receives === true) await telegram.start((message) => sender.reception.receive(message));
if (orders.doors === true)
  createInterface({ input: process.stdin }).on('line', (line) => {
    const message = JSON.parse(line) as Inbound;
    const answer = (what: 'taken' | 'refused') => (): void =>
      void process.stdout.write(`${what} ${message.id}\n`);
    sender.reception.receive(message).then(answer('taken'), answer('refused'));
  });
const ticks = setInterval(() => {
  void sender.recover().catch(() => undefined);
  void sender.dues.run().catch(() => undefined);
  void sender.shared?.processes.show();
}, EVERY_MS);
process.once('SIGTERM', () => {
  clearInterval(ticks);
  if (orders.tellPoints === true) process.stdout.write(`${JSON.stringify(passed)}\n`);
  void telegram
    .stop()
    .then(() => sender.close())
    .then(() => process.exit(0));
});
process.stdout.write('ready\n');
