import { beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../test/channels/until.ts';
import {
  ACCOUNT,
  AWA,
  channel,
  clock,
  open,
  playEachProcess,
  processes,
  READY,
  send,
  store,
} from '../../../test/whatsapp-web/faked.ts';
import type { Delivery } from '../../conversation/ports.ts';

playEachProcess();
const NOW_S = Date.UTC(2026, 10, 21, 10) / 1000;
const message = (more: object = {}) => ({
  ...{ id: `false_${AWA}_3EB0A1B2C3D4E5F6`, chat: AWA, type: 'chat', sentAt: NOW_S, text: 'I ni ce' },
  ...more,
});

describe('C2: what comes in', () => {
  const arrives = (ref: number, more: object = {}) =>
    processes.last.says({ kind: 'message', ref, message: message(more) });

  it('is confirmed to the process when it is durable, and not before', async () => {
    await open();
    processes.stage(READY);
    store.awayFor = 2;
    arrives(7);
    await until(() => store.asked === 2);
    expect(processes.heard('taken')).toEqual([]);
    await until(() => processes.heard('taken').length > 0);
    expect(processes.heard('taken')).toEqual([{ kind: 'taken', ref: 7 }]);
  });

  it('and is not durable at the stop is not confirmed: it stays unread', async () => {
    await open();
    processes.stage(READY);
    store.awayFor = 1_000;
    arrives(1);
    await until(() => store.asked >= 2);
    await channel.stop();
    expect(processes.heard('taken')).toEqual([]);
    arrives(2);
    expect(store.asked).toBeLessThan(5);
  });

  it('before it is known whose number it is, is left for later', async () => {
    await open();
    arrives(1);
    expect(store.asked).toBe(0);
  });

  it('while we were away is asked for, back to 72 hours, never from before the number was ours', async () => {
    await open();
    processes.stage(READY);
    await until(() => processes.heard('unread').length === 1);
    const first = Math.floor(clock.now() / 1000);
    expect(processes.heard('unread')[0]).toEqual({ kind: 'unread', since: first, again: false });
    clock.advance(3_600_000);
    processes.stage(READY);
    await until(() => processes.heard('unread').length === 2);
    expect(processes.heard('unread')[1]).toEqual({ kind: 'unread', since: first, again: false });
    clock.advance(100 * 3_600_000);
    processes.stage(READY);
    await until(() => processes.heard('unread').length === 3);
    expect(processes.heard('unread')[2]?.since).toBe(Math.floor(clock.now() / 1000) - 72 * 3_600);
    processes.stage({ state: 'ready', account: '22379999999' });
    await until(() => processes.heard('unread').length === 4);
    expect(processes.heard('unread')[3]?.since).toBe(Math.floor(clock.now() / 1000));
  });

  it('more than can be held is left unread, and asked for when there is room', async () => {
    const asked: string[] = [];
    let opens = (): void => undefined;
    const away = new Promise<void>((resolve) => {
      opens = resolve;
    });
    await open({}, async ({ id }) => {
      asked.push(id);
      await away;
      return 'committed';
    });
    processes.stage(READY);
    await until(() => processes.heard('unread').length === 1);
    for (let ref = 0; ref < 1_010; ref += 1) {
      const chat = `${22_370_000_000 + ref}@c.us`;
      arrives(ref, { id: `false_${chat}_3EB0A1B2${ref}`, chat });
    }
    opens();
    await until(() => processes.heard('unread').length === 2);
    expect(processes.heard('unread')[1]).toMatchObject({ again: true });
    expect([asked.length, processes.heard('taken').length]).toEqual([1_000, 1_000]);
  });
});

describe('C2: what goes out', () => {
  beforeEach(async () => {
    await open();
    processes.stage(READY);
  });
  const answers = (
    answer: Extract<Parameters<typeof processes.last.says>[0], { kind: 'answer' }>['answer'],
  ): void => {
    processes.hears = (heard, from) => {
      if ('call' in heard) from.says({ kind: 'answer', call: heard.call, answer });
    };
  };

  it('is a reply or an alert; a broadcast is refused, for numbers that send to many are closed', async () => {
    answers({ kind: 'sent', id: 'true_x_1' });
    expect(await send({ lane: 'broadcast' })).toEqual({ kind: 'refused', code: 'replies_only', gone: false });
    expect(processes.heard('send')).toEqual([]);
    expect(await send({ lane: 'alert' })).toEqual({ kind: 'sent', as: 'true_x_1' });
  });

  it.each([
    ['no address of a private chat', { address: '123-456@g.us' }, 'bad_address'],
    ['nothing to read', { text: ' \n' }, 'empty'],
    ['more than WhatsApp takes', { text: 'x'.repeat(65_537) }, 'too_long'],
  ])('%s is refused without asking', async (_name, more, code) => {
    expect(await send(more)).toEqual({ kind: 'refused', code, gone: false });
    expect(processes.heard('send')).toEqual([]);
  });

  it('from another number than ours is refused', async () => {
    const other = await channel.send({ id: 'm', address: AWA, lane: 'reply', text: 'x' }, '22379999999');
    expect(other).toEqual({ kind: 'refused', code: 'not_this_account', gone: false });
  });

  it('without an answer is in doubt, and so is what a process had in hand that ended', async () => {
    expect(await send()).toEqual({ kind: 'unknown', code: 'no_answer' });
    processes.hears = (heard, from) => {
      if (heard.kind === 'send') from.ends();
    };
    expect(await send()).toEqual({ kind: 'unknown', code: 'process_gone' });
    expect(await send()).toMatchObject({ kind: 'retry', code: 'not_ready' });
  });

  it('COMMIT 10: asked whether WhatsApp answers, it says so only while it is linked', async () => {
    expect(await channel.answers()).toBe(true);
    processes.stage({ state: 'pairing' });
    expect(await channel.answers()).toBe(false);
  });

  it('an answer to something else, or that nobody waits for, is believed of nothing', async () => {
    processes.last.says({ kind: 'answer', call: 99, answer: { kind: 'gone' } });
    answers({ kind: 'gone' });
    expect(await send()).toEqual({ kind: 'unknown', code: 'wrong_answer' });
    answers({ kind: 'sent', id: 'x' });
    expect(await channel.fetch('x', ACCOUNT)).toMatchObject({ kind: 'later' });
  });

  it('deletes the chat of somebody who was erased, however long WhatsApp is away, over restarts, and once', async () => {
    const dropped = () => processes.heard('drop').map(({ chat }) => chat);
    await channel.close();
    await open({ times: { dropMs: 5, dropAfterMs: 1_000 } });
    processes.stage(READY);
    await channel.dropChat(AWA);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(dropped()).toEqual([]);
    clock.advance(1_000);
    answers({ kind: 'kept' });
    await until(() => dropped().length >= 2);
    await channel.close();
    await open({ times: { dropMs: 5 } });
    answers({ kind: 'dropped' });
    processes.stage(READY);
    const { length } = dropped();
    await until(() => dropped().length > length);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(dropped().slice(length)).toEqual([AWA]);
  });

  it('tells what becomes of it, again while that cannot be kept', async () => {
    const told: Delivery[] = [];
    let away = 1;
    await channel.close();
    await open({
      tell: (account) => async (delivery) => {
        expect(account).toBe(ACCOUNT);
        away -= 1;
        if (away >= 0) throw new Error('away');
        told.push(delivery);
      },
    });
    processes.stage(READY);
    processes.last.says({ kind: 'ack', id: 'true_x_1', state: 'read' });
    await until(() => told.length > 0);
    expect(told).toEqual([{ id: 'true_x_1', state: 'read' }]);
  });
});
