import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mp3 } from '../../test/media/mp3.ts';
import { oggOpus } from '../../test/media/ogg-opus.ts';
import { type TestDatabase, testDatabase } from '../../test/mongo/database.ts';
import { type CollectionRule, expire, openCollections } from './collections.ts';
import { type Connection, connect } from './connection.ts';
import { MEDIA_COLLECTION, MediaStore } from './media.ts';
import { Voices } from './voices.ts';
import { voicesCollection } from './voices-collection.ts';

const DAY_MS = 86_400_000;
const hello = { flow: 'accueil', key: 'qui' };
let database: TestDatabase;
let connection: Connection;
let media: MediaStore;
let rules: CollectionRule[];
let now = Date.UTC(2026, 10, 22);
const texts = new Map([
  ['fr accueil qui', 'Je suis Benkan.'],
  ['bm accueil qui', 'Ne ye Bɛnkan ye.'],
  ['fr menu choix.ask', 'Que veux-tu faire ?'],
]);
const words = (lang: string, { flow, key }: { flow: string; key: string }) =>
  texts.get(`${lang} ${flow} ${key}`);
const voicesNow = (shipped?: (lang: string) => string | undefined): Voices =>
  new Voices({
    connection,
    clock: { now: () => now },
    words,
    about: (id) => media.about(id),
    ...(shipped && { shipped }),
  });
const recorded = (seconds = 2, packetBytes = 3): Promise<string> =>
  media.put(oggOpus({ seconds, packetBytes }), 'audio/ogg');

beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  const chance = { token: (bytes: number) => randomBytes(bytes).toString('base64url') };
  media = new MediaStore(connection, { now: () => now }, chance);
  rules = [voicesCollection(connection.db!, words, media), MEDIA_COLLECTION];
  await openCollections(connection.db!, rules);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

describe('C8: recordings of texts', () => {
  it('are found by language and text, in this process at once and in another after it looked', async () => {
    const [here, there] = [voicesNow(), voicesNow()];
    const id = await recorded();
    await here.put('fr', hello, id, 'staff-1');
    expect([here.of('fr', hello), here.of('bm', hello), there.of('fr', hello)]).toEqual([
      id,
      undefined,
      undefined,
    ]);
    await there.refresh();
    expect(there.of('fr', hello)).toBe(id);
    const better = await recorded();
    await there.put('fr', hello, better, 'staff-2');
    expect(await here.list('fr')).toEqual([
      { text: hello, media: better, stale: false, by: 'staff-2', at: now },
    ]);
    expect(await here.list('bm')).toEqual([]);
  });

  it('are not played once the text has other words, and are again when it has the old ones back', async () => {
    const voices = voicesNow();
    const id = await recorded();
    await voices.put('bm', hello, id, 'staff-1');
    texts.set('bm accueil qui', 'Ne ye Bɛnkan kura ye.');
    expect(voices.of('bm', hello)).toBeUndefined();
    expect((await voices.list('bm')).map(({ stale }) => stale)).toEqual([true]);
    texts.set('bm accueil qui', 'Ne ye Bɛnkan ye.');
    expect(voices.of('bm', hello)).toBe(id);
  });

  it('removed are gone, twice removed are gone too; what came with the texts is heard then', async () => {
    const voices = voicesNow((lang) => (lang === 'fr' ? 'shipped' : undefined));
    await voices.put('fr', hello, await recorded(), 'staff-1');
    expect(voices.of('fr', hello)).not.toBe('shipped');
    await voices.remove('fr', hello);
    await voices.remove('fr', hello);
    expect([voices.of('fr', hello), voices.of('bm', hello)]).toEqual(['shipped', undefined]);
    expect(await voices.list('fr')).toEqual([]);
  });

  it.each([
    ['of 46 s', 'voice_too_long', () => recorded(46)],
    ['of more than 150 kB', 'voice_too_large', () => recorded(44, 72)],
    ['as MP3', 'voice_type', () => media.put(mp3(), 'audio/mpeg')],
    ['that is gone', 'voice_gone', async () => 'A'.repeat(22)],
  ])('%s are refused: %s', async (_name, code, make) => {
    const voices = voicesNow();
    await expect(voices.put('fr', hello, await make(), 'staff-1')).rejects.toMatchObject({
      kind: 'refusal',
      code,
    });
    expect(voices.of('fr', hello)).toBeUndefined();
  });

  it('of 45 s and just under 150 kB are taken; of no text are refused', async () => {
    const voices = voicesNow();
    const longest = await recorded(45, 63);
    expect((await media.about(longest))?.size).toBeGreaterThan(140_000);
    await voices.put('fr', hello, longest, 'staff-1');
    expect(voices.of('fr', hello)).toBe(longest);
    const nowhere = { flow: 'accueil', key: 'nulle_part' };
    await expect(voices.put('fr', nowhere, longest, 'staff-1')).rejects.toMatchObject({
      code: 'voice_no_text',
    });
  });

  it('T5: live as long as their text, in the media store too, and a month more', async () => {
    const voices = voicesNow();
    const [kept, left] = [await recorded(), await recorded()];
    const menu = { flow: 'menu', key: 'choix.ask' };
    await voices.put('fr', hello, kept, 'staff-1');
    await voices.put('fr', menu, left, 'staff-1');
    texts.delete('fr menu choix.ask');
    expect(voices.of('fr', menu)).toBeUndefined();
    for (let days = 0; days <= 410; days += 29) {
      now += 29 * DAY_MS;
      await expire(connection.db!, rules, now);
      if (days === 0) expect(await voices.list('fr')).toHaveLength(2);
    }
    expect((await voices.list('fr')).map(({ text }) => text)).toEqual([hello]);
    expect(await media.about(kept)).not.toBeNull();
    expect(await media.about(left)).toBeNull();
  });
});
