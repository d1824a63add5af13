import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Conversations, OutItem } from '../../src/conversation/conversation.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { realClock } from '../universe/time.ts';
import { telegramPlace } from './places.ts';

/** Where each trap was measured: `spec/channels.md`, C10. */
const PACKAGES = {
  '@grammyjs/runner': 'its stop() does not wait for what is in hand',
  '@grammyjs/auto-retry': 'it sends again after a lost answer',
  '@grammyjs/transformer-throttler': 'it slows every call to one a second in a chat',
  '@grammyjs/conversations': 'it stores after it has replied',
};
/** What is taken of grammY: its client for calls, and how it says that one failed. */
const TAKEN_OF_GRAMMY = new Set(['Api', 'GrammyError', 'InputFile']);

describe('C10: traps of libraries that nobody steps in again', () => {
  it.each(Object.entries(PACKAGES))('%s is no part of Benkan: %s', async (name) => {
    const { dependencies, devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    expect({ ...dependencies, ...devDependencies }).not.toHaveProperty([name]);
    expect((await sources()).filter(({ text }) => text.includes(`'${name}'`))).toEqual([]);
  });

  it('of grammY only the client is used: webhookCallback throws while its handler runs on, and the update comes again', async () => {
    const taken = (await sources()).flatMap(({ text }) =>
      [...text.matchAll(/^import (type )?\{([^}]*)\} from 'grammy(?:\/[\w-]+)?';/gmu)].flatMap(
        ([, type, names = '']) =>
          type === undefined
            ? names
                .split(',')
                .map((name) => name.trim())
                .filter((name) => name !== '' && !name.startsWith('type '))
            : [],
      ),
    );
    expect(taken.filter((name) => !TAKEN_OF_GRAMMY.has(name))).toEqual([]);
    expect(taken).toContain('Api');
  });

  it('ten replies to one chat do not take ten seconds', async () => {
    const place = await telegramPlace({ people: 1, chance: () => 1 });
    const outbox = new Outbox({
      channels: [place.channel],
      conversations: { done: async () => undefined } as unknown as Conversations,
      ...{ clock: realClock, leaseMs: 10_000, report: () => undefined },
    });
    const address = place.address(0);
    const items = Array.from(
      { length: 10 },
      (_, n): OutItem => ({
        message: { id: String(n), address, lane: 'reply', text: String(n) },
        route: { channel: 'telegram', account: place.account, address },
        again: 0,
      }),
    );
    const began = performance.now();
    outbox.take('c', items);
    await outbox.idle();
    const lasted = performance.now() - began;
    expect(await place.seen(0)).toHaveLength(10);
    await place.close();
    expect(lasted).toBeLessThan(5000);
  });
});

async function sources(): Promise<{ file: string; text: string }[]> {
  const files = (await readdir('src', { recursive: true })).filter((file) => /\.tsx?$/u.test(file));
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(path.join('src', file), 'utf8') })),
  );
}
