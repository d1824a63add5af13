import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { upToDate } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { type ReadableHouse, readableHouse, searchDocuments } from './house.ts';
import { type Needle, needlesOfNumber, needlesOfText } from './needles.ts';
import { joinTwo } from './join.ts';
import { joins } from './joins.ts';
import { type Canary, didIt, meetAll, needlesOf, newCanary, speakers } from './people.ts';
import { SCHEMA, WITHOUT_PEOPLE } from './schema.ts';
import { type Hit, Search } from './search.ts';

/** The short form; a thousand are the trial T1. */
const COUNT = 24;
const LONG_MS = 600_000;

describe('canary identities on the chat page and on Telegram', () => {
  let house: ReadableHouse;
  let canaries: Canary[];
  let needles: Needle[];
  let search: Search;

  beforeAll(async () => {
    await upToDate();
    house = await readableHouse();
    ({ canaries, needles } = await meetAll(house, COUNT));
    search = new Search(needles);
    const conversations = house.client.db('benkan').collection('conversations');
    const waiting = { $or: [{ 'out.0': { $exists: true } }, { 'effects.0': { $exists: true } }] };
    await until(
      async () => (await conversations.findOne(waiting)) === null,
      () => 'all is sent',
      60_000,
    );
    await until(
      async () => (await voices()) === speakers(COUNT),
      () => 'every voice was fetched',
      60_000,
    );
  }, LONG_MS);
  const voices = (): Promise<number> =>
    house.client.db('benkan').collection('citizen_media').countDocuments();
  afterAll(() => house.close(), LONG_MS);

  it('were there: each has a person, a conversation, and answers', async () => {
    const db = house.client.db('benkan');
    expect(canaries).toHaveLength(COUNT);
    expect(await db.collection('people').countDocuments()).toBe(COUNT);
    expect(await db.collection('conversations').countDocuments()).toBe(COUNT);
    const opinions = didIt(COUNT, 'opinion');
    expect(await db.collection('survey_answers').countDocuments()).toBe(opinions * 5);
    expect(await db.collection('survey_answers').countDocuments({ sealed: { $exists: true } })).toBe(
      opinions,
    );
    expect(await db.collection('inbox_threads').countDocuments()).toBe(opinions);
    // Those who do both have said, too, why an item was of no use to them.
    const both = didIt(COUNT, 'opinion', 'volunteer');
    expect(await db.collection('inbox_entries').countDocuments()).toBe(opinions * 2 + both);
    expect(await db.collection('update_ratings').countDocuments({ useful: false })).toBe(both);
    const asked = didIt(COUNT, 'question');
    expect(await db.collection('explainer_questions').countDocuments()).toBe(asked);
    expect(await db.collection('explainer_outcomes').countDocuments()).toBe(asked);
    const volunteers = didIt(COUNT, 'volunteer');
    const waiting = await db.collection('volunteers').countDocuments({ 'guardian.state': 'asked' });
    expect(waiting).toBeGreaterThan(0);
    expect(await db.collection('volunteers').countDocuments()).toBe(volunteers);
    expect(await db.collection('volunteer_signups').countDocuments()).toBe(volunteers - waiting);
    expect(await db.collection('update_subscriptions').countDocuments()).toBe(volunteers);
    expect(await db.collection('update_subscriptions').countDocuments({ rhythm: 'weekly' })).toBe(both);
    expect(await db.collection('staff_accounts').countDocuments()).toBe(1);
  });

  it(
    'C6: two more become one, counted once in the survey both answered',
    async () => {
      const db = house.client.db('benkan');
      const answers = await db.collection('survey_answers').countDocuments();
      needles.push(...(await joinTwo(house)));
      search = new Search(needles);
      const one = () => db.collection('survey_answers').countDocuments();
      await until(
        async () => (await one()) === answers + 5,
        () => 'the answers of both are those of one',
        20_000,
      );
      expect(await db.collection('people').countDocuments({ 'conversations.1': { $exists: true } })).toBe(1);
    },
    LONG_MS,
  );

  it('T2: no document of any collection holds one in clear, the oplog included', async () => {
    const { hits, documents, collections } = await searchDocuments(house.client, search);
    console.info(`T2: ${documents} documents of ${collections.length} collections, ${hits.length} hits`);
    expect(collections).toContain('local.oplog.rs');
    expect(documents).toBeGreaterThan(COUNT * 10);
    expect(told(hits)).toEqual([]);
  });

  it('T2: whatever is kept of people has the allowed fields, and class A is bytes there', async () => {
    const db = house.client.db('benkan');
    for (const [name, { fields, sealed = [] }] of Object.entries(SCHEMA)) {
      let documents = 0;
      for await (const document of db.collection(name).find()) {
        documents += 1;
        expect(Object.keys(document).filter((field) => !fields.includes(field))).toEqual([]);
        for (const field of sealed.filter((field) => (document[field] ?? null) !== null))
          expect({ name, field, bytes: document[field] instanceof mongo.Binary }).toEqual({
            name,
            field,
            bytes: true,
          });
      }
      expect({ name, met: documents > 0 }).toEqual({ name, met: true });
    }
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    expect(names.filter((name) => !(name in SCHEMA) && !WITHOUT_PEOPLE.includes(name))).toEqual([]);
  });

  it('T6: no value joins the rooms of one person without the keys', async () => {
    expect(await joins(house.client.db('benkan'))).toEqual([]);
    // No revision either: by chance one in 65,000 lies so low.
    const low = { rev: { $lt: 2 ** 24 } };
    const subscriptions = house.client.db('benkan').collection('update_subscriptions');
    expect(await subscriptions.countDocuments(low)).toBeLessThanOrEqual(1);
    const planted = house.client.db('joined');
    const id = new mongo.Binary(Buffer.alloc(16, 7));
    await planted.collection('volunteers').insertOne({ who: { id } });
    await planted.collection('mailboxes').insertOne({ name: Buffer.alloc(16, 7).toString('base64url') });
    expect(await joins(planted)).toEqual(['volunteers.who.id = mailboxes.name']);
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
