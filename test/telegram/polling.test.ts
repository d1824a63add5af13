import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask } from './ask.ts';
import { startTelegram } from './index.ts';
import type { TelegramStandIn } from './index.ts';
import type { Params, Update } from './shapes.ts';

let telegram: TelegramStandIn;
beforeEach(async () => {
  telegram = await startTelegram({ firstUpdateId: 100 });
});
afterEach(() => telegram.stop());

const poll = async (params: Params = {}): Promise<Update[]> =>
  (await ask(telegram, 'getUpdates', params)).result as Update[];
const ids = async (params: Params = {}): Promise<number[]> =>
  (await poll(params)).map((update) => update.update_id);

describe('C11: getUpdates', () => {
  it('brings an update until an offset above it confirms it', async () => {
    telegram.person(1).says('a');
    telegram.person(1).says('b');
    expect(await ids()).toEqual([100, 101]);
    expect(await ids({ offset: 100 })).toEqual([100, 101]);
    expect(await ids({ offset: 101 })).toEqual([101]);
    expect(await ids()).toEqual([101]);
    expect(await ids({ offset: 102 })).toEqual([]);
    expect(await ids({ offset: 0 })).toEqual([]);
  });

  it('brings at most `limit`, the oldest first', async () => {
    for (const text of ['a', 'b', 'c']) telegram.person(1).says(text);
    expect(await ids({ limit: 2 })).toEqual([100, 101]);
  });

  it('holds the request until something happens, or the time is up', async () => {
    const held = ids({ timeout: 20 });
    setTimeout(() => telegram.person(1).says('a'), 30);
    expect(await held).toEqual([100]);
    const begun = performance.now();
    expect(await ids({ offset: 101, timeout: 1 })).toEqual([]);
    expect(performance.now() - begun).toBeGreaterThan(900);
  });

  it('ends the older of two pollers with 409', async () => {
    const older = ask(telegram, 'getUpdates', { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const newer = ask(telegram, 'getUpdates', { timeout: 20 });
    expect(await older).toMatchObject({ error_code: 409 });
    telegram.person(1).says('a');
    expect(await newer).toMatchObject({ ok: true });
  });

  it('answers 409 while a webhook is set', async () => {
    await ask(telegram, 'setWebhook', { url: 'http://127.0.0.1:9/' });
    const answer = await ask(telegram, 'getUpdates');
    expect(answer).toMatchObject({ error_code: 409 });
    expect(answer.description).toMatch(/webhook is active/);
    await ask(telegram, 'deleteWebhook');
    expect(await ids()).toEqual([]);
  });

  it('brings only the kinds that were asked for, from then on', async () => {
    telegram.person(1).says('before');
    await poll({ allowed_updates: ['callback_query'] });
    telegram.person(1).says('after');
    telegram.person(1).forges('x');
    expect(await ids()).toEqual([100, 102]);
  });

  it('forgets everything below an offset, also ids that restarted lower', async () => {
    telegram.person(1).says('a');
    telegram.restartIds(7);
    telegram.person(1).says('b');
    expect(await ids()).toEqual([100, 7]);
    expect(await ids({ offset: 101 })).toEqual([]);
  });

  it('does not leave a poller behind that hung up', async () => {
    const gone = new AbortController();
    const url = `${telegram.root}/bot${telegram.token}/getUpdates`;
    const held = fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ timeout: '20' }),
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 30);
    await expect(held).rejects.toThrow();
    telegram.person(1).says('a');
    expect(await ids()).toEqual([100]);
  });
});
