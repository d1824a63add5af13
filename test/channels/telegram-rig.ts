import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { telegramChannel } from '../../src/channels/telegram/index.ts';
import type { TelegramOptions } from '../../src/channels/telegram/index.ts';
import type { MediaLibrary } from '../../src/domain/media.ts';
import type { Receive } from '../../src/conversation/ports.ts';
import { TEST_TOKEN, startTelegram } from '../telegram/index.ts';
import type { TelegramStandIn } from '../telegram/index.ts';
import { inlineOf, type Person } from '../telegram/people.ts';
import type { MediaName } from '../telegram/sent-media.ts';
import type { Button, TelegramMessage } from '../telegram/shapes.ts';
import type { Rig, RigMaker, Somebody, Trouble } from './rig.ts';
import { until } from './until.ts';

const SECRET = 'right_Secret-1';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Telegram by each of its two ways in. */
export const telegramRig = (mode: TelegramOptions['mode']): RigMaker => ({
  name: `telegram (${mode})`,
  people: 'many',
  media: ['voice', 'photo', 'video', 'document', 'sticker', 'location', 'contact'],
  network: true,
  open: (receive, media) => open(mode, receive, media),
});

async function open(mode: TelegramOptions['mode'], receive: Receive, media: MediaLibrary): Promise<Rig> {
  const telegram = await startTelegram({ retryMs: 10 });
  const door = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
    channel.webhook(request, response),
  );
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const channel = telegramChannel({
    token: TEST_TOKEN,
    apiRoot: telegram.root,
    mode,
    publicUrl,
    webhookSecret: SECRET,
    pauseMs: 10,
    media,
    log: quiet,
  });
  await channel.start(receive);
  if (mode === 'webhook') await until(() => telegram.webhook.active);
  return {
    channel,
    account: channel.account,
    person: (n) => somebody(telegram.person(700 + n)),
    trouble: troubleOf(telegram),
    bringAgain: async () => {
      // A poll under way confirms what it brought, and would take the repetition away with it.
      await until(() => telegram.updates.isEmpty);
      const [last] = telegram.brought.slice(-1);
      if (last) telegram.again(last);
    },
    async close() {
      await channel.stop();
      await telegram.stop();
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}

const somebody = (person: Person): Somebody => ({
  address: String(person.id),
  says: (text) => void person.says(text),
  sends: (media) => void person.sends(media as MediaName),
  taps: (label) => {
    const buttons = person.received.flatMap(inlineOf);
    person.taps(buttons.findLast((button) => labelOn(button) === label)?.callback_data ?? '');
  },
  sees: () =>
    person.received.filter(isSeen).map((message) => ({
      text: message.text ?? (message['caption'] as string | undefined) ?? '',
      labels: inlineOf(message).map(labelOn),
      ...audioIn(message['voice'] as { duration: number } | undefined),
      ...(message['photo'] !== undefined && { picture: true }),
    })),
});

/** Without the digits before it. */
const labelOn = ({ text }: Button): string => text.replace(/^\d+\. /, '');

/** What takes a key away says nothing. */
const isSeen = ({ text }: TelegramMessage): boolean => text !== '✓';

const audioIn = (voice: { duration: number } | undefined) => voice && { audio: voice.duration };

const troubleOf = (telegram: TelegramStandIn): Trouble => ({
  gone: (person) => void telegram.person(Number(person.address)).blocks(),
  busy: (seconds) =>
    telegram.fail({
      method: 'sendMessage',
      does: { answer: 429, description: `Too Many Requests: retry after ${seconds}`, retryAfter: seconds },
    }),
  lost: () => telegram.fail({ method: 'sendMessage', does: 'drops after' }),
  unreachable: () => telegram.stop(),
});
