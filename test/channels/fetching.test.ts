import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { telegramChannel } from '../../src/channels/telegram/index.ts';
import { whatsappCloudChannel } from '../../src/channels/whatsapp-cloud/index.ts';
import type { Channel, Fetched } from '../../src/conversation/ports.ts';
import { MAX_SENT_BYTES } from '../../src/domain/media.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import { realClock } from '../universe/time.ts';
import { CLOUD, type CloudStandIn, startCloud } from '../whatsapp-cloud/index.ts';
import { memoryWindows } from '../whatsapp-cloud/memory-windows.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const voice = oggOpus({ seconds: 3 });
let telegram: TelegramStandIn;
let cloud: CloudStandIn;
let bot: Channel & { account: string };
let number: Channel & { account: string };
/** A host no file may come from. */
let elsewhere: { url: string; asked: number; close(): void };

beforeAll(async () => {
  telegram = await startTelegram();
  bot = telegramChannel({
    token: telegram.token,
    apiRoot: telegram.root,
    mode: 'webhook',
    webhookSecret: 'x',
    log,
  });
  // Nothing is to be brought: a door that takes all.
  const door = http.createServer(
    (request, response) => void request.resume().on('end', () => response.end()),
  );
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  cloud = await startCloud({ webhook: urlOf(door) });
  const around = { windows: memoryWindows(), clock: realClock, log, verifyToken: 'a-word' };
  number = whatsappCloudChannel({ ...CLOUD, ...around, apiRoot: cloud.root });
  const other = http.createServer((_request, response) => {
    elsewhere.asked += 1;
    response.end('secret');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    for (const server of [door, other]) {
      server.closeAllConnections();
      server.close();
    }
  };
  elsewhere = { url: urlOf(other), asked: 0, close };
});
afterAll(async () => {
  await Promise.all([bot.close?.(), number.close?.()]);
  await Promise.all([telegram.stop(), cloud.stop()]);
  elsewhere.close();
});

const urlOf = (server: http.Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const onTelegram = (bytes = voice, weighs?: number): string => {
  const update = telegram.person(5).sends('voice', { bytes, weighs });
  return ((update['message'] as Record<string, unknown>)['voice'] as { file_id: string }).file_id;
};
const onWhatsapp = (bytes = voice, more: { weighs?: number; url?: string } = {}): string =>
  cloud.person(5).sendsFile('voice', { bytes, type: 'audio/ogg', ...more });
const fetched = (channel: Channel & { account: string }, id: string): Promise<Fetched | undefined> =>
  channel.fetch?.(id, channel.account) ?? Promise.resolve(undefined);

describe('C1, C3: what people send is fetched by the name it came with', () => {
  it('the very bytes, again and again', async () => {
    for (const [channel, id] of [
      [bot, onTelegram()],
      [number, onWhatsapp()],
    ] as const)
      for (const time of [1, 2])
        expect([time, await fetched(channel, id)]).toMatchObject([time, { kind: 'file', bytes: voice }]);
  });

  it('for the account that got it only', async () => {
    expect(await bot.fetch?.(onTelegram(), 'another')).toEqual({ kind: 'gone' });
    expect(await number.fetch?.(onWhatsapp(), 'another')).toEqual({ kind: 'gone' });
  });

  it.each(['', '../../etc/passwd', 'x'.repeat(300), 'AwAC0-0', '9', 'a b', '1/messages'])(
    'the name %j names nothing',
    async (id) => {
      expect([await fetched(bot, id), await fetched(number, id)]).toEqual([
        { kind: 'gone' },
        { kind: 'gone' },
      ]);
    },
  );
});

describe('C8: the size is looked at before and while a file is read', () => {
  it.each([20_000_000, 20_000_001, MAX_SENT_BYTES + 1])(
    'a file said to weigh %d bytes is not read',
    async (weighs) => {
      expect(await fetched(bot, onTelegram(voice, weighs))).toEqual({ kind: 'too_large' });
      expect(await fetched(number, onWhatsapp(voice, { weighs }))).toEqual({ kind: 'too_large' });
    },
  );

  it('a file that is larger than it was said to be is not kept; one just as large as is taken is', async () => {
    const large = Buffer.alloc(MAX_SENT_BYTES + 1);
    expect(await fetched(bot, onTelegram(large, 10))).toEqual({ kind: 'too_large' });
    expect(await fetched(number, onWhatsapp(large, { weighs: 10 }))).toEqual({ kind: 'too_large' });
    const most = large.subarray(0, -1);
    expect(await fetched(number, onWhatsapp(most))).toMatchObject({ kind: 'file' });
  });
});

describe('C9: a platform that does not give a file now is asked later', () => {
  it('Telegram: 429 with its pause, 5xx, a lost connection at either call', async () => {
    const id = onTelegram();
    for (const method of ['getFile', 'download'] as const) {
      telegram.fail({ method, does: { answer: 429, description: 'Too Many Requests', retryAfter: 3 } });
      expect(await fetched(bot, id)).toMatchObject({ kind: 'later' });
      telegram.fail({ method, does: { page: 502 } });
      expect(await fetched(bot, id)).toMatchObject({ kind: 'later' });
      for (const does of ['drops before', 'drops after'] as const) {
        telegram.fail({ method, does });
        expect(await fetched(bot, id)).toMatchObject({ kind: 'later' });
      }
    }
    expect(await fetched(bot, id)).toMatchObject({ kind: 'file' });
  });

  it('WhatsApp: 429, 5xx, a token that is refused, a lost connection', async () => {
    const id = onWhatsapp();
    for (const fault of [
      { answer: 429, code: 4 },
      { answer: 500, code: 131000 },
      { answer: 401, code: 190 },
      'drops before',
      'drops after',
    ] as const) {
      cloud.faults.push(fault);
      expect(await fetched(number, id)).toMatchObject({ kind: 'later' });
    }
    expect(await fetched(number, id)).toMatchObject({ kind: 'file' });
  });

  it('what the platform has forgotten is gone', async () => {
    const id = onTelegram();
    telegram.files.forget();
    expect(await fetched(bot, id)).toEqual({ kind: 'gone' });
  });
});

describe('T15: the token goes to no other host', () => {
  it.each([
    ['another host', () => elsewhere.url],
    ['the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data/'],
    ['another scheme', () => 'file:///etc/passwd'],
    ['a name before the host', () => cloud.root.replace('//', '//user:word@')],
    ['a host that only begins alike', () => `${cloud.root}.example.org/`],
    ['no address', () => 'nonsense'],
  ])('a file said to lie at %s is gone', async (_what, url) => {
    expect(await fetched(number, onWhatsapp(voice, { url: url() }))).toEqual({ kind: 'gone' });
    expect(elsewhere.asked).toBe(0);
  });
});
