import { beforeAll, describe, expect, it } from '@jest/globals';
import { toBuffer } from 'qrcode';
import sharp from 'sharp';
import type { CardHash } from '../../../src/capabilities/updates/check/pictures/card-hashes.ts';
import { hashedCards } from '../../../src/capabilities/updates/check/pictures/hashed-cards.ts';
import { oneAtATime } from '../../../src/capabilities/updates/check/pictures/one-at-a-time.ts';
import { looker } from '../../../src/capabilities/updates/check/pictures/look.ts';
import type { Statement } from '../../../src/capabilities/updates/log/ports.ts';
import { shareCard } from '../../../src/capabilities/updates/share/card.ts';
import { chanceOf, logOf, published } from './corpus.ts';
import { TUNED } from './tuned-family.ts';

const URL = 'https://benkan.example';
const { current } = published(TUNED, 6, chanceOf(11));
const [ours, second] = current as [Statement, Statement];
const PHOTO = 'p'.repeat(22);
const pictured: Statement = { ...second, content: { ...second.content, image: { id: PHOTO } as never } };
const log = logOf([ours, pictured]);
const kept = new Map<string, CardHash>();
let drawn = 0;
const cards = hashedCards({
  log,
  store: {
    all: async () => [...kept].map(([id, card]) => ({ id, ...card })),
    put: async (id, card) => void kept.set(id, card),
  },
  draw: (statement, lang) => {
    drawn += 1;
    return shareCard(statement, lang, URL);
  },
  pictureOf: async (id) => (id === PHOTO ? photo(7) : undefined),
  stopping: () => false,
});
const look = looker({ log, cards, publicUrl: URL });

/** Blots of grey, as different as photographs. */
const photo = (seed: number): Promise<Buffer> => {
  const chance = chanceOf(seed);
  const raw = Buffer.from(Array.from({ length: 64 }, () => Math.floor(chance() * 256)));
  return sharp(raw, { raw: { width: 8, height: 8, channels: 1 } })
    .resize(640, 400)
    .jpeg()
    .toBuffer();
};
/** Without its code: the white square that covers it has the size of the code. */
const codeless = (card: Buffer): Promise<Buffer> =>
  sharp(card)
    .composite([
      {
        input: { create: { width: 250, height: 250, channels: 3, background: '#fff' } },
        left: 893,
        top: 189,
      },
    ])
    .jpeg({ quality: 60 })
    .toBuffer();

describe('U6: a picture somebody was sent', () => {
  let card: Buffer;
  beforeAll(async () => {
    await cards.follow();
    card = await shareCard(ours, 'fr', URL);
  }, 240_000);

  it('draws each card once, also for a house that starts again', async () => {
    const before = drawn;
    expect(before).toBeGreaterThan(1);
    await cards.follow();
    expect(drawn).toBe(before);
  });

  it('is like our card, pressed small and with a caption, by its code; never authentic', async () => {
    const sent = await sharp(card)
      .resize({ width: 700 })
      .extend({ bottom: 60, background: '#000' })
      .jpeg({ quality: 50 })
      .toBuffer();
    expect(await look(sent)).toEqual({
      kind: 'looks_like',
      number: ours.number,
      version: ours.version,
      image: true,
    });
  });

  it('is like our card by its look where the code is gone', async () => {
    const answer = await look(await codeless(card));
    expect(answer).toMatchObject({ kind: 'looks_like', number: ours.number });
    expect(answer.distance).toBeLessThanOrEqual(10);
  });

  it('is like the picture of an item', async () => {
    const sent = await sharp(await photo(7))
      .resize({ width: 320 })
      .jpeg({ quality: 40 })
      .toBuffer();
    expect(await look(sent)).toMatchObject({ kind: 'looks_like', number: pictured.number });
  });

  it('is none of ours where it looks like none, or its code leads elsewhere', async () => {
    expect(await look(await photo(8))).toEqual({ kind: 'not_ours', image: true });
    const forged = await toBuffer(`https://benkan.example.evil.org/verify/${ours.number}`, { width: 400 });
    expect(await look(forged)).toEqual({ kind: 'not_ours', image: true, like: ours.number });
    const unknown = await toBuffer(`${URL}/verify/ML-2026-9999`, { width: 400 });
    expect(await look(unknown)).toEqual({ kind: 'not_ours', image: true });
  }, 240_000);

  it('is looked at alone, the others in their turn; who comes after too many is told to try again', async () => {
    let [now, most] = [0, 0];
    const looked = oneAtATime(async (which: number) => {
      most = Math.max(most, (now += 1));
      await new Promise(setImmediate);
      now -= 1;
      if (which === 2) throw new Error('broken');
      return which;
    });
    const done = await Promise.allSettled(Array.from({ length: 12 }, (_, which) => looked(which)));
    expect(most).toBe(1);
    expect(done.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      ...[0, 1, 'Error: broken', 3, 4, 5, 6, 7, 8],
      ...Array.from({ length: 3 }, () => expect.stringContaining('Too many pictures') as unknown),
    ]);
    expect(await looked(20)).toBe(20);
  });

  it('is refused where it is broken, of another kind, or a wall of points', async () => {
    const wall = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const gif = await sharp(card).resize(60).gif().toBuffer();
    for (const bytes of [Buffer.alloc(0), Buffer.from('<html>'), card.subarray(0, 2000), wall, svg, gif])
      expect(await look(bytes)).toEqual({ kind: 'unreadable' });
  }, 20_000);
});
