import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryReceive } from '../../../test/channels/memory-receive.ts';
import { until } from '../../../test/channels/until.ts';
import { ask } from '../../../test/telegram/ask.ts';
import { TEST_TOKEN, startTelegram } from '../../../test/telegram/index.ts';
import type { TelegramStandIn } from '../../../test/telegram/index.ts';
import { unhurried } from '../../../test/universe/work.ts';
import { telegramChannel } from './index.ts';
import type { TelegramChannel, TelegramOptions } from './index.ts';

let telegram: TelegramStandIn;
let channel: TelegramChannel | undefined;
let said: string[];
beforeEach(async () => {
  telegram = await startTelegram();
  said = [];
});
afterEach(async () => {
  await channel?.stop();
  channel = undefined;
  await telegram.stop();
});

function build(over: Partial<TelegramOptions> = {}): TelegramChannel {
  const say = (_fields: object, line: string): void => void said.push(line);
  channel = telegramChannel({
    token: TEST_TOKEN,
    apiRoot: telegram.root,
    mode: 'webhook',
    pauseMs: 20,
    webhookSecret: 'S-1',
    publicUrl: 'http://127.0.0.1:9',
    log: { info: say, warn: say, error: say },
    ...over,
  });
  return channel;
}
const start = (over?: Partial<TelegramOptions>) => build(over).start(new MemoryReceive().receive);
const called = (method: string) =>
  telegram.calls.filter((call) => call.method === method).map(({ params }) => params);

describe('C1: the start', () => {
  it('sets the webhook with its secret, its kinds and its connections', async () => {
    await start({ publicUrl: 'http://127.0.0.1:9/' });
    expect(called('setWebhook')).toEqual([
      {
        url: 'http://127.0.0.1:9/webhooks/telegram',
        secret_token: 'S-1',
        max_connections: 40,
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      },
    ]);
    expect(said).toEqual(['Telegram is connected.']);
  });

  it('shows the menu in French and Bambara, and the fallback to everyone else', async () => {
    const texts = { fr: { help: 'Aide', menu: 'Menu' }, bm: { help: 'Dɛmɛ' } };
    await start({ menu: () => ({ fallback: 'fr', texts }) });
    const french = [
      { command: 'menu', description: 'Menu' },
      { command: 'aide', description: 'Aide' },
    ];
    expect(Object.fromEntries(telegram.menus)).toEqual({
      '': french,
      fr: french,
      bm: [{ command: 'aide', description: 'Dɛmɛ' }],
    });
  });

  it('goes on when Telegram refuses a menu', async () => {
    await start({
      menu: () => ({ fallback: 'fr', texts: { xyz: { help: 'x' }, fr: { help: 'Aide' } } }),
    });
    expect(said).toContain('Telegram refuses the menu of commands.');
    expect(telegram.menus.has('fr')).toBe(true);
  });

  it('the menu follows a publication, and is sent only where it is another', async () => {
    let help = 'Aide';
    await start({ menu: () => ({ fallback: 'fr', texts: { fr: { help }, bm: { help: 'Dɛmɛ' } } }) });
    const before = telegram.menusSet();
    await channel?.showMenu();
    expect(telegram.menusSet()).toBe(before);
    help = 'De l’aide';
    telegram.fail({ method: 'setMyCommands', times: 2, does: 'drops before' });
    await channel?.showMenu();
    expect(telegram.menus.get('')).toEqual([{ command: 'aide', description: 'De l’aide' }]);
    expect(telegram.menus.get('fr')).toEqual(telegram.menus.get(''));
    // French and everyone else's; Bambara stays as it was.
    expect(telegram.menusSet()).toBe(before + 2);
  });

  it('a menu that never arrives is told of once, and holds up nothing', async () => {
    let help = 0;
    await start({ pauseMs: 1, menu: () => ({ fallback: 'fr', texts: { fr: { help: `${(help += 1)}` } } }) });
    telegram.fail({ method: 'setMyCommands', times: 100, does: { answer: 502, description: 'Bad Gateway' } });
    await channel?.showMenu();
    expect(said).toEqual([
      'Telegram is connected.',
      'The menu of commands did not reach Telegram; it stays as it was.',
    ]);
  });

  it('before it is connected nothing is shown: the start shows the newest', async () => {
    await build({ menu: () => ({ fallback: 'fr', texts: { fr: { help: 'Aide' } } }) }).showMenu();
    expect(telegram.calls).toEqual([]);
  });

  it('does not die when Telegram is out of reach: says so once, and tries until it is there', async () => {
    telegram.fail({ times: 2, does: 'drops before' });
    await start();
    await until(() => telegram.webhook.active);
    await until(() => said.length === 2);
    expect(said).toEqual(['Telegram is not connected yet; trying until it is.', 'Telegram is connected.']);
  });

  it('does not hold up the app when Telegram is slow', async () => {
    telegram.fail({ method: 'getMe', does: { waitsMs: 20_000 } });
    const begun = performance.now();
    await start();
    expect(performance.now() - begun).toBeLessThan(19_000);
  });

  it.each(['4242:wrong', '999:wrong'])(
    'a wrong token is one clear line, and no more calls: %s',
    async (token) => {
      await start({ token });
      expect(said).toEqual([
        'Telegram refuses the token: put the right TELEGRAM_TOKEN and start again. The other channels go on.',
      ]);
      expect(telegram.calls).toEqual([]);
      expect(said.join()).not.toContain('wrong');
    },
  );

  it('a stop in the middle of trying ends at once', async () => {
    await telegram.stop();
    await start();
    expect((await unhurried(async () => channel?.stop())).ms).toBeLessThan(500);
    telegram = await startTelegram();
  });

  it('leaves the webhook in place at the stop: what comes meanwhile waits at Telegram', async () => {
    await start();
    await channel?.stop();
    expect((await ask(telegram, 'getWebhookInfo')).result).toMatchObject({
      url: 'http://127.0.0.1:9/webhooks/telegram',
    });
  });
});

describe('options that cannot work are refused at once', () => {
  it.each<[string, Partial<TelegramOptions>]>([
    ['a token that is none', { token: 'secret' }],
    ['a webhook without a secret', { webhookSecret: '' }],
    ['a secret with a space', { webhookSecret: 'a b' }],
    ['a secret of 257', { webhookSecret: 'x'.repeat(257) }],
  ])('%s', (_name, over) => {
    expect(() => build(over)).toThrow(TypeError);
  });
});
