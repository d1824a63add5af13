import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { until } from '../../../test/channels/until.ts';
import {
  channel,
  CHROMIUM,
  clock,
  folder,
  links,
  open,
  playEachProcess,
  processes,
  READY,
  send,
  warned,
} from '../../../test/whatsapp-web/faked.ts';

playEachProcess();
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
    jest.useFakeTimers();
    try {
      await open({ times: { beatMs: 20 } });
      for (let nth = 0; nth < 10; nth += 1) {
        await jest.advanceTimersByTimeAsync(20);
        processes.last.says({ kind: 'beat' });
      }
      expect([processes.all.length, processes.last.killed]).toEqual([1, false]);
    } finally {
      jest.useRealTimers();
    }
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
    await expect(open({ folder: path.join(folder, 'a-file', 'whatsapp-web') })).rejects.toMatchObject({
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
