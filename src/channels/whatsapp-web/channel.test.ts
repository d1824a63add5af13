import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryReceive } from '../../../test/channels/memory-receive.ts';
import { until } from '../../../test/channels/until.ts';
import { testClock } from '../../../test/universe/time.ts';
import { FakeProcesses } from '../../../test/whatsapp-web/fake-process.ts';
import type { Delivery, Receive } from '../../conversation/ports.ts';
import type { Outbound } from '../../domain/message.ts';
import { type Link, whatsappWebChannel, type WhatsappWebChannel, type WhatsappWebOptions } from './index.ts';

const ACCOUNT = '22370000000';
const AWA = '22376123456@c.us';
const NOW_S = Date.UTC(2026, 10, 21, 10) / 1000;
const READY = { state: 'ready', account: ACCOUNT } as const;
/** Any program that may be run. */
const CHROMIUM = process.execPath;

let folder: string;
let processes: FakeProcesses;
let store: MemoryReceive;
let links: Link[];
let warned: object[];
let channel: WhatsappWebChannel;
const clock = testClock();

const make = (more: Partial<WhatsappWebOptions> = {}): WhatsappWebChannel =>
  whatsappWebChannel({
    start: processes.start,
    folder,
    chromium: CHROMIUM,
    clock,
    log: {
      info: () => undefined,
      warn: (fields) => void warned.push(fields),
      error: (fields) => void warned.push(fields),
    },
    watcher: (link) => void links.push(link),
    ...more,
    times: {
      pauseMs: 5,
      longestPauseMs: 20,
      lookAgainMs: 5,
      answerMs: 50,
      fetchMs: 50,
      closeMs: 50,
      ...more.times,
    },
  });
const open = async (
  more: Partial<WhatsappWebOptions> = {},
  receive: Receive = store.receive,
): Promise<void> => {
  channel = make(more);
  await channel.start(receive);
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'benkan-link-'));
  processes = new FakeProcesses();
  store = new MemoryReceive();
  links = [];
  warned = [];
});
afterEach(async () => {
  await channel.stop();
  await channel.close();
  rmSync(folder, { recursive: true });
});

const message = (more: object = {}) => ({
  ...{ id: `false_${AWA}_3EB0A1B2C3D4E5F6`, chat: AWA, type: 'chat', sentAt: NOW_S, text: 'I ni ce' },
  ...more,
});
const send = (more: Partial<Outbound> = {}) =>
  channel.send({ id: 'm', address: AWA, lane: 'reply', text: 'A ni ce', ...more }, ACCOUNT);
const states = (): string[] => links.map(({ state }) => state);

describe('C2: the process of WhatsApp web', () => {
  it('is told where the session lies, in a folder nobody else reads', async () => {
    await open({ args: ['--no-sandbox'] });
    expect(processes.heard('begin')).toMatchObject([
      { begin: { folder: path.resolve(folder), chromium: CHROMIUM, args: ['--no-sandbox'] } },
    ]);
    rmSync(folder, { recursive: true });
    await open();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('that ends is started again, after pauses that grow up to their longest', async () => {
    await open();
    for (let nth = 1; nth <= 5; nth += 1) {
      processes.last.ends('chromium_gone');
      await until(() => processes.all.length > nth);
    }
    const pauses = links.flatMap((link) => (link.state === 'away' ? [link.afterMs] : []));
    expect(pauses).toEqual([5, 10, 20, 20, 20]);
    expect(warned).toContainEqual({ code: 'chromium_gone', afterMs: 5 });
  });

  it('that has worked for a while is started again at once when it ends', async () => {
    await open();
    for (const steadyMs of [0, 0, 120_000]) {
      processes.stage(READY);
      clock.advance(steadyMs);
      const { length } = processes.all;
      processes.last.ends();
      await until(() => processes.all.length > length);
    }
    const pauses = links.flatMap((link) => (link.state === 'away' ? [link.afterMs] : []));
    expect(pauses).toEqual([5, 10, 5]);
  });

  it('that hangs is killed', async () => {
    await open({ times: { beatMs: 5 } });
    const [hung] = processes.all;
    await until(() => hung?.killed === true);
    await until(() => processes.all.length > 1);
    expect(links.find(({ state }) => state === 'away')).toMatchObject({ code: 'hung' });
  });

  it('that beats is left alone', async () => {
    await open({ times: { beatMs: 20 } });
    for (let nth = 0; nth < 10; nth += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      processes.last.says({ kind: 'beat' });
    }
    expect([processes.all.length, processes.last.killed]).toEqual([1, false]);
  });

  it('that does not end in order is killed at the close, and no other is started', async () => {
    await open();
    processes.endsInOrder = false;
    await channel.close();
    expect([processes.last.killed, processes.all.length]).toEqual([true, 1]);
  });

  it('is not started without Chromium; it is looked for again', async () => {
    const chromium = path.join(folder, 'chromium');
    await open({ chromium });
    expect(channel.link()).toEqual({ state: 'no_chromium' });
    expect(processes.all).toEqual([]);
    expect(await send()).toMatchObject({ kind: 'retry' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(states()).toEqual(['no_chromium']);
    writeFileSync(chromium, '', { mode: 0o755 });
    await until(() => processes.all.length > 0);
    expect(channel.link()).toEqual({ state: 'starting' });
  });
});

describe('C2: the folder of the channel', () => {
  it('that cannot be used stops the start in one line that says what to do', async () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    channel = make({ folder: path.join(folder, 'a-file', 'whatsapp-web') });
    await expect(channel.start(store.receive)).rejects.toMatchObject({
      kind: 'refusal',
      message: expect.stringMatching(/DATA_DIR that can be written, e\.g\. DATA_DIR=/),
    });
  });

  it.each(['{', '[]', '{"account":7}', ''])('whose file is broken begins anew: %j', async (content) => {
    writeFileSync(path.join(folder, 'link.json'), content);
    await open();
    expect(channel.link().state).toBe('starting');
  });
});

describe('C2: a session that was ended on the phone', () => {
  it('is deleted when its Chromium is gone, and nothing is started again', async () => {
    await open();
    mkdirSync(path.join(folder, 'session'));
    processes.stage({ state: 'unlinked', why: 'logged_out' });
    expect(await send()).toMatchObject({ kind: 'retry', code: 'logged_out' });
    processes.last.ends('unlinked');
    await until(() => !existsSync(path.join(folder, 'session')));
    expect(processes.all).toHaveLength(1);
    expect(channel.link()).toEqual({ state: 'unlinked', why: 'logged_out' });
  });

  it('stays ended over a restart, until an operator pairs again', async () => {
    await open();
    processes.stage({ state: 'unlinked', why: 'banned' });
    processes.last.ends('unlinked');
    await until(() => existsSync(path.join(folder, 'link.json')));
    await channel.close();
    await open();
    expect([channel.link(), processes.all.length]).toEqual([{ state: 'unlinked', why: 'banned' }, 1]);
    await channel.pairAgain();
    expect(processes.all).toHaveLength(2);
    await channel.close();
    await open();
    expect(channel.link().state).toBe('starting');
  });

  it.each(['starting', 'ready'] as const)('there is nothing to pair again while it is %s', async (state) => {
    await open();
    if (state === 'ready') processes.stage(READY);
    await expect(channel.pairAgain()).rejects.toMatchObject({ kind: 'refusal', code: 'whatsapp_linked' });
  });

  it('twice pressed is once paired', async () => {
    await open();
    processes.stage({ state: 'unlinked', why: 'logged_out' });
    processes.last.ends();
    await until(() => states().at(-1) === 'unlinked');
    const both = await Promise.allSettled([channel.pairAgain(), channel.pairAgain()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(processes.all).toHaveLength(2);
  });
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
