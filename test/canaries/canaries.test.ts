import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { upToDate } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { type ReadableHouse, readableHouse, searchDocuments } from './house.ts';
import { type Needle, needlesOfNumber, needlesOfText } from './needles.ts';
import { type Canary, meetAll, needlesOf, newCanary } from './people.ts';
import { type Hit, Search } from './search.ts';

const COUNT = 200;
const LONG_MS = 300_000;

/** What a person or a conversation may be stored with; all of class A is inside `talk` and `sealed`. */
const FIELDS = {
  people: ['_id', 'key', 'conversations', 'lang', 'consents', 'stopped', 'since', 'erasedAt', 'swept'],
  conversations: [
    ...['_id', 'rev', 'person', 'talk', 'ring', 'overflowed', 'erasedAt', 'pending', 'out', 'effects'],
  ],
};
const COLLECTIONS = [
  ...['people', 'conversations', 'seen', 'dead_letters', 'meta', 'mailboxes'],
  ...['survey_answers', 'survey_endings'],
  ...['staff_accounts', 'staff_sessions', 'staff_setup_links', 'staff_sign_in_failures'],
  ...['audit', 'audit_anchors'],
];

describe('canary identities on the chat page and on Telegram', () => {
  let house: ReadableHouse;
  let canaries: Canary[];
  let needles: Needle[];
  let search: Search;

  beforeAll(async () => {
    await upToDate();
    house = await readableHouse();
    ({ canaries, needles } = await meetAll(house.place, house.telegram, COUNT));
    search = new Search(needles);
    const conversations = house.client.db('benkan').collection('conversations');
    const waiting = { $or: [{ 'out.0': { $exists: true } }, { 'effects.0': { $exists: true } }] };
    await until(
      async () => (await conversations.findOne(waiting)) === null,
      () => 'all is sent',
      60_000,
    );
  }, LONG_MS);
  afterAll(() => house.close(), LONG_MS);

  it('were there: each has a person, a conversation, and answers', async () => {
    const db = house.client.db('benkan');
    expect(canaries).toHaveLength(COUNT);
    expect(await db.collection('people').countDocuments()).toBe(COUNT);
    expect(await db.collection('conversations').countDocuments()).toBe(COUNT);
    expect(await db.collection('survey_answers').countDocuments()).toBe(COUNT * 5);
    expect(await db.collection('survey_answers').countDocuments({ sealed: { $exists: true } })).toBe(COUNT);
  });

  it('T2: no document of any collection holds one in clear, the oplog included', async () => {
    const { hits, documents, collections } = await searchDocuments(house.client, search);
    console.info(`T2: ${documents} documents of ${collections.length} collections, ${hits.length} hits`);
    expect(collections).toContain('local.oplog.rs');
    expect(documents).toBeGreaterThan(COUNT * 10);
    expect(told(hits)).toEqual([]);
  });

  it('T2: people and conversations have the allowed fields, and class A is bytes there', async () => {
    const db = house.client.db('benkan');
    for (const [name, allowed] of Object.entries(FIELDS)) {
      for await (const document of db.collection(name).find()) {
        expect(Object.keys(document).filter((field) => !allowed.includes(field))).toEqual([]);
      }
    }
    for await (const { _id, talk } of db.collection('conversations').find()) {
      expect(_id).toBeInstanceOf(mongo.Binary);
      expect(talk).toBeInstanceOf(mongo.Binary);
    }
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    expect(names.filter((name) => !COLLECTIONS.includes(name))).toEqual([]);
  });

  it('T7: nothing of them was printed, at debug level', () => {
    const out = Buffer.from(house.child.out());
    expect(out.toString('utf8').split('\n').length).toBeGreaterThan(COUNT);
    expect(told(search.inBytes(out, 'stdout'))).toEqual([]);
    expect(told(search.inBytes(Buffer.from(house.child.err()), 'stderr'))).toEqual([]);
  });

  it(
    'T1: none is in the files of the running database: tables, indexes, journal, log',
    async () => {
      await house.toDisk();
      const { hits, bytes, files } = await search.inFolder(house.dataDir);
      console.info(
        `T1: ${needles.length} needles, ${files.length} files, ${bytes} bytes: ${hits.length} hits`,
      );
      for (const kind of [/collection-.*\.wt$/, /index-.*\.wt$/, /journal/, /mongod\.log$/])
        expect(files.some((file) => kind.test(file))).toBe(true);
      expect(bytes).toBeGreaterThan(1_000_000);
      expect(told(hits)).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'and one that is put there in clear is found in each of its shapes, in tables, index and journal',
    async () => {
      const canary = newCanary();
      const [text] = canary.texts;
      const planted = house.client.db('planted').collection('planted');
      await planted.createIndex({ id: 1 }, {}, {});
      await planted.insertOne(
        {
          id: mongo.Long.fromNumber(canary.id),
          double: new mongo.Double(canary.id),
          swapped: swapped(canary.id),
          text,
          wide: Buffer.from(text, 'utf16le'),
          coded: [0, 1, 2].map((n) => Buffer.from(`${'-'.repeat(n)}${text}`).toString('base64')),
          words: [...canary.names, ...canary.texts, String(canary.id)],
        },
        { writeConcern: { w: 'majority', journal: true } },
      );
      await house.toDisk();
      const { hits } = await new Search(needlesOf(canary)).inFolder(house.dataDir);
      const shapes = new Set(hits.map(({ shape }) => shape));
      for (const shape of ['utf-8', 'utf-16', 'base64 at 0', 'base64 at 1', 'base64 at 2'])
        expect(shapes).toContain(shape);
      for (const shape of ['int64', 'int64 big-endian', 'double', 'double big-endian', 'index key'])
        expect(shapes).toContain(shape);
      for (const kind of [/collection-.*\.wt$/, /index-.*\.wt$/, /journal/])
        expect(hits.some(({ where }) => kind.test(where))).toBe(true);
      const across = new Search([...needlesOfText('t', text), ...needlesOfNumber('n', canary.id)]);
      expect(across.inBytes(Buffer.from(`x${text}y`), 'here')).toHaveLength(1);
    },
    LONG_MS,
  );

  it(
    'T1: none is in the files of the stopped database',
    async () => {
      await house.stop();
      const { hits, files } = await search.inFolder(house.dataDir);
      expect(files.length).toBeGreaterThan(20);
      expect(told(hits)).toEqual([]);
      expect(told(search.inBytes(Buffer.from(house.child.out() + house.child.err()), 'output'))).toEqual([]);
    },
    LONG_MS,
  );
});

/** The number with its bytes turned round, as an integer and as a double. */
function swapped(value: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(value));
  bytes.writeDoubleBE(value, 8);
  return bytes;
}

/** Where and in which shape, never the value. */
const told = (hits: readonly Hit[]): string[] => [
  ...new Set(hits.map(({ where, what, shape }) => `${what} as ${shape} in ${where}`)),
];
