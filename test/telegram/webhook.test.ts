import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../channels/until.ts';
import { ask } from './ask.ts';
import { startTelegram } from './index.ts';
import type { TelegramStandIn } from './index.ts';
import type { Params } from './shapes.ts';

interface Got {
  id: number;
  secret: unknown;
}

let telegram: TelegramStandIn;
let bot: http.Server;
let got: Got[];
let open: number;
let mostOpen: number;
let statusFor: (id: number) => number;
let holdMs: number;
beforeEach(async () => {
  telegram = await startTelegram({ firstUpdateId: 1, retryMs: 15 });
  [got, open, mostOpen, holdMs] = [[], 0, 0, 0];
  statusFor = () => 200;
  bot = http.createServer((request, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { update_id: id } = JSON.parse(body) as { update_id: number };
      got.push({ id, secret: request.headers['x-telegram-bot-api-secret-token'] });
      setTimeout(() => {
        open -= 1;
        response.writeHead(statusFor(id)).end();
      }, holdMs);
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await telegram.stop();
  bot.closeAllConnections();
  await new Promise((resolve) => bot.close(resolve));
});

const url = (): string => `http://127.0.0.1:${(bot.address() as AddressInfo).port}/`;
const hook = (over: Params = {}) => ask(telegram, 'setWebhook', { url: url(), secret_token: 'S-1', ...over });
const ids = (): number[] => got.map(({ id }) => id);

describe('C11: webhooks', () => {
  it('brings what waited and what comes, with the secret', async () => {
    telegram.person(1).says('before');
    await hook();
    telegram.person(2).says('after');
    await until(() => got.length === 2);
    expect(got).toEqual([
      { id: 1, secret: 'S-1' },
      { id: 2, secret: 'S-1' },
    ]);
    await until(() => telegram.updates.size === 0);
  });

  it('comes again after any status but 2xx, and holds up that chat only', async () => {
    let failures = 3;
    statusFor = (id) => (id === 1 && failures-- > 0 ? 503 : 200);
    await hook();
    telegram.person(1).says('a');
    telegram.person(1).says('b');
    telegram.person(2).says('c');
    await until(() => got.length === 6);
    expect(ids().filter((id) => id !== 3)).toEqual([1, 1, 1, 1, 2]);
    expect(ids().indexOf(3)).toBeLessThan(ids().lastIndexOf(1));
    expect(telegram.webhook.deliveries.filter(({ status }) => status === 503)).toHaveLength(3);
  });

  it('comes again when no one answers', async () => {
    await hook({ url: 'http://127.0.0.1:9/' });
    telegram.person(1).says('a');
    await until(() => telegram.webhook.deliveries.length >= 2);
    expect(telegram.webhook.deliveries[0]).toEqual({ update_id: 1, status: 'no answer' });
    await hook();
    await until(() => got.length === 1);
  });

  it('keeps one chat in order and opens at most max_connections', async () => {
    holdMs = 40;
    await hook({ max_connections: 3 });
    for (let person = 1; person <= 8; person += 1)
      for (const text of ['a', 'b', 'c']) telegram.person(person).says(text);
    await until(() => got.length === 24 && telegram.updates.size === 0);
    expect(mostOpen).toBeLessThanOrEqual(3);
    expect(mostOpen).toBeGreaterThan(1);
    for (let person = 0; person < 8; person += 1) {
      const chat = ids().filter((id) => Math.floor((id - 1) / 3) === person);
      expect(chat).toEqual([...chat].sort((a, b) => a - b));
    }
  });

  it('tells what waits and what went wrong; drops what waits when asked', async () => {
    statusFor = () => 500;
    await hook();
    telegram.person(1).says('a');
    await until(() => got.length >= 1);
    const about = (await ask(telegram, 'getWebhookInfo')).result;
    expect(about).toMatchObject({ url: url(), pending_update_count: 1, max_connections: 40 });
    await ask(telegram, 'deleteWebhook', { drop_pending_updates: true });
    expect((await ask(telegram, 'getWebhookInfo')).result).toMatchObject({
      url: '',
      pending_update_count: 0,
    });
  });

  it('an empty address takes the webhook away', async () => {
    await hook();
    await hook({ url: '' });
    expect(telegram.webhook.active).toBe(false);
  });
});

describe('C11: what people do', () => {
  it('writes, taps, sends, edits, blocks, groups, channels, unknown kinds, and the same again', async () => {
    await ask(telegram, 'setWebhook', {
      url: url(),
      allowed_updates: [
        'message',
        'edited_message',
        'callback_query',
        'my_chat_member',
        'channel_post',
        'x_new',
      ],
    });
    const person = telegram.person(1);
    const first = person.says('/menu');
    person.sends('voice');
    person.edits('menu', first);
    person.forges('admin:publish:1');
    person.writesInGroup(-5, 'hello');
    telegram.channel(-6, 'benkan').posts('x');
    telegram.brings('x_new', {});
    person.blocks();
    person.unblocks();
    telegram.again(first);
    await until(() => telegram.updates.size === 0);
    expect([...ids()].sort((a, b) => a - b)).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(first).toMatchObject({ message: { entities: [{ type: 'bot_command', offset: 0, length: 5 }] } });
    expect(() => person.taps('no such button')).toThrow('No message has this button.');
  });
});
