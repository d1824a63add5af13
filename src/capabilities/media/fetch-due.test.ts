import { describe, expect, it } from '@jest/globals';
import { oggOpus } from '../../../test/media/ogg-opus.ts';
import { jpeg } from '../../../test/media/pictures.ts';
import { testClock } from '../../../test/universe/time.ts';
import type { Fetched, Prompted } from '../../conversation/ports.ts';
import { unavailable } from '../../domain/faults.ts';
import type { Due } from '../../schedule/due-dates.ts';
import type { SentFile } from '../../store/citizen-media-shapes.ts';
import { readSent } from '../../store/read-sent.ts';
import { fetchDue } from './fetch-due.ts';
import { orderEffect } from './order.ts';

const HOUR = 3_600_000;
const context = {
  ...{ person: 'p1', conversation: 'c1', channel: 'telegram', account: '42', address: 'a1', lang: 'bm' },
  day: '2026-11-22',
};

interface WayOptions {
  media?: 'voice' | 'photo';
  unasked?: boolean;
  erased?: boolean;
}

/** The whole way of a file, its channel answering as a test says. */
async function wayOf(
  answers: Fetched[],
  { media = 'voice', unasked = false, erased = false }: WayOptions = {},
) {
  const clock = testClock();
  const kept = new Map<string, SentFile>();
  const [asked, forgotten, prompts]: [string[], string[], Prompted[]] = [[], [], []];
  const orders: Due[] = [];
  const dues = { set: async (due: Due) => void orders.push(due) };
  const fingerprint = (...parts: string[]) => Buffer.from(parts.join('|').padEnd(32, '.'));
  const effect = orderEffect({ dues, fingerprint, clock });
  const params = { media, file: 'file-1', unasked, listed: unasked };
  await effect.apply([{ id: Buffer.alloc(32), rev: 1, context, params }]);
  const due = fetchDue({
    store: {
      card: async (id) => (kept.has(id) ? ({ id } as never) : null),
      put: async (id, _person, file) => (kept.set(id, file), 'kept'),
    },
    persons: { isThere: async () => !erased },
    fetch: async (channel, file, account) => {
      asked.push(`${channel} ${account} ${file}`);
      return answers.shift() ?? { kind: 'gone' };
    },
    forget: async (_channel, file) => void forgotten.push(file),
    read: readSent,
    prompt: async (prompt) => (prompts.push(prompt), 'committed'),
  });
  const run = () => due.run(orders[0]!, clock.now());
  return { clock, kept, asked, forgotten, prompts, orders, run };
}
const file = (bytes: Buffer, type = 'application/octet-stream'): Fetched => ({ kind: 'file', type, bytes });

it('U6: the picture of a message that is passed on to the team is fetched as one sent to it; words alone are not', () => {
  const ordering = orderEffect({} as never);
  const tip = (photo: string | null) =>
    ordering.from({ kind: 'asked_for', effect: 'inbox.tip', params: { photo } });
  expect(tip('p')).toEqual([{ media: 'photo', file: 'p', unasked: false, listed: false }]);
  expect(tip(null)).toEqual([]);
});

describe('C8: what a citizen sends is fetched after the commit, and kept', () => {
  it('the voice of an answer is kept once, under an id that is not the platform’s', async () => {
    const way = await wayOf([file(oggOpus({ seconds: 3 }))]);
    expect(await way.run()).toBeUndefined();
    expect(way.asked).toEqual(['telegram 42 file-1']);
    expect([...way.kept.values()]).toMatchObject([{ media: 'voice', type: 'audio/ogg' }]);
    expect([...way.kept.keys()][0]).toMatch(/^[0-9a-f]{32}$/);
    expect(way.forgotten).toEqual(['file-1']);
    await way.run();
    expect(way.asked).toHaveLength(1);
    expect(way.prompts).toEqual([]);
  });

  it('an order repeated after a crash is the same order', async () => {
    const [one, other] = [await wayOf([]), await wayOf([])];
    expect(one.orders).toEqual(other.orders);
  });

  it('a platform that is away is asked again, less and less often, for a day', async () => {
    const later: Fetched = { kind: 'later', afterMs: 30_000 };
    const way = await wayOf(Array<Fetched>(500).fill(later));
    let tries = 0;
    for (let answer = await way.run(); answer !== undefined; answer = await way.run()) {
      const pause = answer.again - way.clock.now();
      expect(pause).toBeGreaterThanOrEqual(30_000);
      way.clock.advance(pause);
      tries += 1;
    }
    expect(tries).toBeLessThan(50);
    expect(way.clock.now() - testClock().now()).toBeGreaterThanOrEqual(24 * HOUR);
    expect(way.prompts.map(({ flow }) => flow)).toEqual(['voix-perdue']);
  });

  it('a store that is away is no outcome: the due-date comes again', async () => {
    const way = await wayOf([file(oggOpus())]);
    way.kept.set = () => {
      throw unavailable('store_unavailable', 'away');
    };
    await expect(way.run()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(way.prompts).toEqual([]);
  });

  it('nobody’s file is fetched any more once they were erased', async () => {
    const way = await wayOf([file(oggOpus())], { erased: true });
    await way.run();
    expect([way.asked, way.prompts, way.kept.size]).toEqual([[], [], 0]);
  });
});

describe('C8: who sent what cannot be kept is told so, in their language', () => {
  it.each<[string, 'voice' | 'photo', Fetched, string]>([
    ['a voice that is gone', 'voice', { kind: 'gone' }, 'voix-perdue'],
    ['a photo of 20 MB', 'photo', { kind: 'too_large' }, 'photo-perdue'],
    ['a page called a photo', 'photo', file(Buffer.from('<html>'), 'image/jpeg'), 'photo-perdue'],
    ['a photo called a voice', 'voice', file(jpeg(), 'audio/ogg'), 'voix-perdue'],
    ['a voice called a photo', 'photo', file(oggOpus(), 'image/png'), 'photo-perdue'],
    ['50,000 × 50,000 points', 'photo', file(jpeg({ width: 50_000, height: 50_000 })), 'photo-perdue'],
    ['nothing', 'voice', file(Buffer.alloc(0)), 'voix-perdue'],
    [
      'sound and a ZIP in one',
      'voice',
      file(Buffer.concat([oggOpus(), Buffer.from('PK\u0003\u0004')])),
      'voix-perdue',
    ],
  ])('%s', async (_name, media, answer, flow) => {
    const way = await wayOf([answer], { media });
    expect(await way.run()).toBeUndefined();
    expect(way.kept.size).toBe(0);
    expect(way.prompts).toMatchObject([{ conversation: 'c1', flow, lane: 'reply', params: {} }]);
    expect(way.forgotten).toEqual(['file-1']);
  });

  it('a true picture with a wrong name is kept; what nobody asked for is lost without a word', async () => {
    const named = await wayOf([file(jpeg(), 'image/png')], { media: 'photo' });
    await named.run();
    expect([...named.kept.values()]).toMatchObject([{ media: 'photo', type: 'image/jpeg' }]);
    const unasked = await wayOf([{ kind: 'gone' }], { unasked: true });
    await unasked.run();
    expect(unasked.prompts).toEqual([]);
  });
});
