import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryReceive } from '../../../test/channels/memory-receive.ts';
import { until } from '../../../test/channels/until.ts';
import { ask } from '../../../test/telegram/ask.ts';
import { TEST_TOKEN, startTelegram } from '../../../test/telegram/index.ts';
import type { TelegramStandIn } from '../../../test/telegram/index.ts';
import type { Receive } from '../../conversation/ports.ts';
import { telegramChannel } from './index.ts';
import type { Counted, TelegramChannel } from './index.ts';

let telegram: TelegramStandIn;
let store: MemoryReceive;
let channel: TelegramChannel;
let said: string[];
let counts: Counted[];
beforeEach(async () => {
  telegram = await startTelegram({ firstUpdateId: 100 });
  store = new MemoryReceive();
  said = [];
  counts = [];
  channel = build();
});
afterEach(async () => {
  await channel.stop();
  await telegram.stop();
});

function build(): TelegramChannel {
  const say = (_fields: object, line: string): void => void said.push(line);
  const log = { info: say, warn: say, error: say };
  const count = (what: Counted): void => void counts.push(what);
  return telegramChannel({
    token: TEST_TOKEN,
    apiRoot: telegram.root,
    mode: 'polling',
    pauseMs: 20,
    log,
    count,
  });
}
const texts = (): string[] =>
  store.taken.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));
const confirmed = () =>
  until(
    () => telegram.updates.size === 0,
    () => telegram.updates.waiting(),
  );

describe('COMMIT 12: polling', () => {
  it('confirms what is durable, and brings what came before the start', async () => {
    telegram.person(7).says('a');
    await channel.start(store.receive);
    telegram.person(8).says('b');
    await confirmed();
    expect(texts().sort()).toEqual(['a', 'b']);
  });

  it('never confirms an update that is not durable, nor any above it', async () => {
    const stuck: Receive = (message) =>
      message.user === '7' ? new Promise(() => undefined) : store.receive(message);
    for (const [person, text] of [
      [8, 'a'],
      [7, 'b'],
      [8, 'c'],
    ] as const)
      telegram.person(person).says(text);
    await channel.start(stuck);
    // Receive is given 3 s; the next request then confirms only what stands below the update that hangs.
    await until(() => telegram.updates.size < 3);
    expect(telegram.updates.waiting().map(({ update }) => update.update_id)).toEqual([101, 102]);
    expect(texts()).toEqual(['a', 'c']);
  });

  it('keeps a chat in order while its first message has to come again; others go on', async () => {
    let failures = 2;
    const flaky: Receive = (message) =>
      message.user === '7' && failures-- > 0 ? Promise.reject(new Error('x')) : store.receive(message);
    for (const [person, text] of [
      [7, 'a'],
      [7, 'b'],
      [8, 'c'],
    ] as const)
      telegram.person(person).says(text);
    await channel.start(flaky);
    await confirmed();
    expect(texts().filter((text) => text !== 'c')).toEqual(['a', 'b']);
    expect(texts()[0]).toBe('c');
  });

  it('takes ids that restart lower, also in the middle of a batch that fails', async () => {
    let failures = 1;
    telegram.person(7).says('a');
    telegram.restartIds(5);
    telegram.person(8).says('b');
    telegram.person(9).says('c');
    await channel.start((message) =>
      message.user === '8' && failures-- > 0 ? Promise.reject(new Error('x')) : store.receive(message),
    );
    await confirmed();
    telegram.restartIds(2);
    telegram.person(7).says('d');
    await confirmed();
    expect(texts().sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends an offset once: an old one would swallow what restarted lower and came meanwhile', async () => {
    await channel.start(store.receive);
    telegram.person(7).says('a');
    await confirmed();
    store.takesMs = 80;
    telegram.restartIds(2);
    telegram.person(7).says('b');
    await until(() => texts().includes('b'));
    telegram.person(7).says('c');
    await until(() => texts().includes('c'), texts);
  });

  it('T29: a poison update is tried five times, then passed', async () => {
    let tries = 0;
    telegram.person(7).says('poison');
    telegram.person(7).says('after');
    await channel.start((message) => {
      if (message.id !== '100') return store.receive(message);
      tries += 1;
      return Promise.reject(new Error('poison'));
    });
    await until(
      () => texts().includes('after'),
      () => counts,
      20_000,
    );
    expect(tries).toBe(5);
    expect(counts.filter((what) => what === 'given_up')).toHaveLength(1);
    expect(said.join()).not.toContain('poison');
  });

  it('says a 409 in one clear line, once, and goes on when the other has stopped', async () => {
    telegram.fail({
      method: 'getUpdates',
      times: 2,
      does: { answer: 409, description: 'Conflict: terminated' },
    });
    await channel.start(store.receive);
    telegram.person(7).says('a');
    await confirmed();
    expect(said.filter((line) => line.includes('409'))).toEqual([
      'Telegram polling is refused (409): another process polls with this token, or a webhook is set. Stop the other one.',
    ]);
    await until(() => said.includes('Telegram polling goes on.'));
  });

  it('goes on after a connection that ends', async () => {
    telegram.fail({ method: 'getUpdates', does: 'drops before' });
    await channel.start(store.receive);
    telegram.person(7).says('a');
    await confirmed();
    expect(said).toContain('Telegram is out of reach; polling tries again.');
  });

  it('T31: stop ends a held request at once, finishes what is in hand and confirms it', async () => {
    store.takesMs = 80;
    await channel.start(store.receive);
    telegram.person(7).says('a');
    await until(() => store.taken.length === 1);
    const begun = performance.now();
    await channel.stop();
    expect(store.stored).toBe(1);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(telegram.updates.size).toBe(0);
    telegram.person(7).says('b');
    expect(telegram.updates.size).toBe(1);
  });

  it('takes away a webhook that was set before', async () => {
    await ask(telegram, 'setWebhook', { url: 'http://127.0.0.1:9/' });
    await channel.start(store.receive);
    telegram.person(7).says('a');
    await confirmed();
  });
});

describe('taps', () => {
  it('are confirmed after the commit, once for each query', async () => {
    await channel.start(store.receive);
    telegram.person(7).says('a');
    await confirmed();
    await channel.send(
      { id: 'm', address: '7', lane: 'reply', text: 'x', choices: [{ id: 't', label: 'A' }] },
      channel.account,
    );
    store.awayFor = 1;
    telegram.person(7).taps('t');
    await until(() => store.asked === 2);
    expect(telegram.calls.filter(({ method }) => method === 'answerCallbackQuery')).toEqual([]);
    await until(() => telegram.calls.some(({ method }) => method === 'answerCallbackQuery'));
    expect(texts()).toEqual(['a', 'choice']);
  });

  it('a confirmation that Telegram refuses changes nothing', async () => {
    telegram.fail({
      method: 'answerCallbackQuery',
      does: { answer: 400, description: 'Bad Request: query is too old' },
    });
    await channel.start(store.receive);
    telegram.person(7).forges('t');
    await confirmed();
    expect(texts()).toEqual(['choice']);
  });
});
