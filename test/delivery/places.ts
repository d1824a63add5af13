import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSettings } from '../../src/app/settings.ts';
import { smsGatewayIn } from '../../src/app/sms-settings.ts';
import { smsChannel } from '../../src/channels/sms/index.ts';
import { telegramChannel } from '../../src/channels/telegram/index.ts';
import { type Mailbox, webChannel } from '../../src/channels/web/index.ts';
import { whatsappCloudChannel } from '../../src/channels/whatsapp-cloud/index.ts';
import type { Channel, TellDelivery } from '../../src/conversation/ports.ts';
import { unavailable } from '../../src/domain/faults.ts';
import { startGateway } from '../sms/index.ts';
import { memoryPieces } from '../sms/memory-pieces.ts';
import { startTelegram } from '../telegram/index.ts';
import { realChance, realClock } from '../universe/time.ts';
import { memoryMailbox } from '../web-chat/memory-mailbox.ts';
import { CLOUD, startCloud } from '../whatsapp-cloud/index.ts';
import { memoryWindows } from '../whatsapp-cloud/memory-windows.ts';
import { CLOUD_API, SMS_GATEWAY, TELEGRAM } from './manners.ts';
import { type Faults, startWire, type Wire, type WireOptions } from './wire.ts';

/** A channel before its stand-in, with a wire in between that has things go wrong. */
export interface Place {
  name: string;
  channel: Channel;
  account: string;
  /** Absent where there is no network in between. */
  wire?: Wire;
  /** Where the n-th person is written to. */
  address: (n: number) => string;
  /** What stands on the n-th person's phone, the oldest first. */
  seen: (n: number) => Promise<readonly string[]> | readonly string[];
  close: () => Promise<void>;
}

export interface PlaceOptions {
  people: number;
  chance: () => number;
  faults?: Partial<Faults>;
  limit?: WireOptions['limit'];
  receipt?: TellDelivery;
  /** The platform tells nothing later: whoever measures a pace has no time for that. */
  quiet?: true;
  /** Between the wire and the stand-in. */
  through?: (root: string) => Promise<string>;
}

export type OpenPlace = (options: PlaceOptions) => Promise<Place>;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const wireOf = ({ chance, faults, limit }: PlaceOptions, root: string, manners: WireOptions['manners']) =>
  startWire({ root, manners, chance, ...(faults && { faults }), ...(limit && { limit }) });
const directly = async (root: string): Promise<string> => root;

export const telegramPlace: OpenPlace = async (options) => {
  const telegram = await startTelegram({ keepCalls: 0 });
  const wire = await wireOf(options, telegram.root, TELEGRAM);
  const apiRoot = await (options.through ?? directly)(wire.root);
  const people = Array.from({ length: options.people }, (_, n) => telegram.person(1000 + n));
  // Whoever has not written cannot be written to.
  for (const person of people) person.says('i ni ce');
  const channel = telegramChannel({ token: telegram.token, apiRoot, mode: 'polling', log: quiet });
  return {
    ...{ name: 'telegram', channel, account: channel.account, wire },
    address: (n) => String(1000 + n),
    seen: (n) => people[n]?.received.map(({ text = '' }) => text) ?? [],
    async close() {
      await channel.close?.();
      await wire.close();
      await telegram.stop();
    },
  };
};

export const cloudPlace: OpenPlace = async (options) => {
  const door = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
    channel.webhook(request, response),
  );
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const webhook = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  const cloud = await startCloud({ webhook, tells: options.quiet !== true });
  const wire = await wireOf(options, cloud.root, CLOUD_API);
  const apiRoot = await (options.through ?? directly)(wire.root);
  const people = Array.from({ length: options.people }, (_, n) => cloud.person(n));
  const windows = memoryWindows();
  for (const person of people) {
    person.wroteAt = Date.now();
    await windows.opened(person.address, person.wroteAt);
  }
  const channel = whatsappCloudChannel({
    ...CLOUD,
    ...{ verifyToken: 'a-word', apiRoot, windows, clock: realClock, log: quiet },
    ...(options.receipt && { receipt: options.receipt }),
  });
  await channel.start(async () => 'committed');
  return {
    ...{ name: 'whatsapp-cloud', channel, account: channel.account, wire },
    address: (n) => people[n]?.address ?? '',
    seen: (n) =>
      people[n]?.shown.map(({ params }) => (params['text'] as { body: string } | undefined)?.body ?? '') ??
      [],
    async close() {
      await cloud.deliveries.idle();
      await channel.stop();
      await channel.close?.();
      await wire.close();
      await cloud.stop();
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
};

export const smsPlace =
  (perSecond: number): OpenPlace =>
  async (options) => {
    const gateway = await startGateway({ webhook: 'http://127.0.0.1:9/' });
    const wire = await wireOf(options, new URL(gateway.settings['SMS_SEND_URL'] ?? '').origin, SMS_GATEWAY);
    const root = await (options.through ?? directly)(wire.root);
    const { pathname } = new URL(gateway.settings['SMS_SEND_URL'] ?? '');
    const settings = {
      ...gateway.settings,
      SMS_SEND_URL: `${root}${pathname}`,
      SMS_PER_SECOND: String(perSecond),
    };
    const described = smsGatewayIn(readSettings({ ...settings, SMS_LETTERS: 'exact' }));
    if (described === undefined) throw new Error('No gateway is set.');
    const channel = smsChannel({ ...described, pieces: memoryPieces(), clock: realClock, log: quiet });
    const people = Array.from({ length: options.people }, (_, n) => gateway.phone(n));
    return {
      ...{ name: 'sms', channel, account: channel.account, wire },
      address: (n) => people[n]?.number ?? '',
      seen: (n) => people[n]?.received.map(({ text }) => text) ?? [],
      async close() {
        await channel.close?.();
        await wire.close();
        await gateway.stop();
      },
    };
  };

/** The chat page has no network in between: its store is away, before or after it has kept a letter. */
export const webPlace: OpenPlace = async ({ chance, faults = {} }) => {
  const kept = memoryMailbox();
  const { failsBefore = 0, failsAfter = 0 } = faults;
  const mailbox: Mailbox = {
    ...kept,
    async append(address, message) {
      if (chance() < failsBefore) throw unavailable('store_unavailable', 'before');
      await kept.append(address, message);
      if (chance() < failsAfter) throw unavailable('store_unavailable', 'after');
    },
  };
  const channel = webChannel({ mailbox, clock: realClock, chance: realChance });
  return {
    ...{ name: 'web', channel, account: 'web' },
    address: (n) => `chat-${String(n)}`,
    seen: async (n) => (await kept.list(`chat-${String(n)}`, 0)).map(({ text }) => text),
    async close() {
      await channel.stop?.();
    },
  };
};
