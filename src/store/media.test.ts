import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { oggOpus } from '../../test/media/ogg-opus.ts';
import { type TestDatabase, testDatabase } from '../../test/mongo/database.ts';
import { type MediaLibrary, MAX_AUDIO_BYTES } from '../domain/media.ts';
import { expire, openCollections } from './collections.ts';
import { type Connection, connect } from './connection.ts';
import { MEDIA_COLLECTION, MediaStore } from './media.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let connection: Connection;
let media: MediaStore;
let now = Date.UTC(2026, 10, 22);
beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  await openCollections(connection.db!, [MEDIA_COLLECTION]);
  const chance = { token: (bytes: number) => randomBytes(bytes).toString('base64url') };
  media = new MediaStore(connection, { now: () => now }, chance);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

describe('C8: recordings in MongoDB', () => {
  it('come back as they were put, under an id of 128 bits, a new one each time', async () => {
    const bytes = oggOpus({ seconds: 12.34 });
    const library: MediaLibrary = media;
    const [id, other] = [await media.put(bytes, 'audio/ogg'), await media.put(bytes, 'audio/ogg')];
    expect(Buffer.from(id, 'base64url')).toHaveLength(16);
    expect(id).not.toBe(other);
    const card = { type: 'audio/ogg', size: bytes.length, seconds: 12.3 };
    expect(await library.get(id)).toEqual({ ...card, bytes });
    expect(await library.about(id)).toEqual(card);
  });

  it('that came with the texts have one id, however often and by how many processes they are put', async () => {
    const bytes = oggOpus({ seconds: 7.5 });
    const ids = await Promise.all(Array.from({ length: 8 }, () => media.ship(bytes, 'audio/ogg')));
    expect(new Set(ids).size).toBe(1);
    expect(await media.get(ids[0]!)).toMatchObject({ type: 'audio/ogg', seconds: 7.5, bytes });
    expect(await media.sizes([...ids, 'A'.repeat(22)])).toEqual(new Map([[ids[0], bytes.length]]));
    now += 399 * DAY_MS;
    await media.ship(bytes, 'audio/ogg');
    now += 2 * DAY_MS;
    await expire(connection.db!, [MEDIA_COLLECTION], now);
    expect(await media.about(ids[0]!)).not.toBeNull();
  });

  it('of the largest size fit', async () => {
    const bytes = oggOpus({ seconds: 600, packetBytes: 30 });
    expect(bytes.length).toBeGreaterThan(0.9 * MAX_AUDIO_BYTES);
    const id = await media.put(bytes, 'audio/ogg');
    expect((await media.get(id))?.bytes.equals(bytes)).toBe(true);
  });

  it('that are none are refused, and nothing is kept', async () => {
    const before = await connection.collection('media').countDocuments();
    await expect(media.put(Buffer.from('<html>'), 'audio/ogg')).rejects.toMatchObject({
      kind: 'refusal',
      code: 'media_mismatch',
    });
    expect(await connection.collection('media').countDocuments()).toBe(before);
  });

  it('dropped are gone, twice dropped are gone too', async () => {
    const id = await media.put(oggOpus(), 'audio/ogg');
    await media.drop(id);
    await media.drop(id);
    expect([await media.get(id), await media.about(id)]).toEqual([null, null]);
  });

  it.each(['', 'x', '../../etc/passwd', '$ne', '{"$ne":null}', 'A'.repeat(23), '__proto__'])(
    'T13: nothing lies under the id %j',
    async (id) => {
      expect([await media.get(id), await media.about(id)]).toEqual([null, null]);
      await media.drop(id);
    },
  );

  it('T13: an id that is an operator finds nothing and removes nothing', async () => {
    const id = await media.put(oggOpus(), 'audio/ogg');
    const operator = { $ne: null } as unknown as string;
    expect(await media.get(operator)).toBeNull();
    await media.drop(operator);
    expect(await media.about(id)).not.toBeNull();
  });

  it('T5: go after their time', async () => {
    const id = await media.put(oggOpus(), 'audio/ogg');
    now += 399 * DAY_MS;
    await expire(connection.db!, [MEDIA_COLLECTION], now);
    expect(await media.about(id)).not.toBeNull();
    now += 2 * DAY_MS;
    await expire(connection.db!, [MEDIA_COLLECTION], now);
    expect(await media.about(id)).toBeNull();
  });
});
