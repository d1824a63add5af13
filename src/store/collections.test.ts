import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testStore, type TestStore } from '../../test/universe/store.ts';
import { type CollectionRule, expire, openCollections } from './collections.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 10);
const rule = (name: string, since: string): CollectionRule => ({
  name,
  indexes: [],
  retention: { kind: 'days', days: 10, since, reason: 'test' },
});

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

it.each<[string, (ms: number) => unknown]>([
  ['a day', (ms) => new Date(ms).toISOString().slice(0, 10)],
  ['a Date', (ms) => new Date(ms)],
  ['milliseconds', (ms) => ms],
])('T5: what is older than its rule goes, counted from %s', async (what, form) => {
  const name = `kept_${what.replace(' ', '_')}`;
  const db = store.connection.db!;
  await openCollections(db, [rule(name, 'since')]);
  await db
    .collection(name)
    .insertMany([12, 11, 9, 0].map((days) => ({ days, since: form(NOW - days * DAY_MS) })));
  expect(await expire(db, [rule(name, 'since')], NOW)).toEqual(new Map([[name, 2]]));
  expect((await db.collection(name).find().toArray()).map(({ days }) => days as number)).toEqual([9, 0]);
});

it('T5: what lives as long as its person is left to erasure', async () => {
  const db = store.connection.db!;
  const forever: CollectionRule = {
    name: 'with_person',
    indexes: [],
    retention: { kind: 'with_person', reason: 'test' },
  };
  await openCollections(db, [forever]);
  await db.collection('with_person').insertOne({ since: 0 });
  expect(await expire(db, [forever], NOW)).toEqual(new Map());
  expect(await db.collection('with_person').countDocuments()).toBe(1);
});

it('T6: a plain collection where a clustered one is declared stops the start', async () => {
  const db = store.connection.db!;
  await db.createCollection('plain');
  const clustered: CollectionRule = { ...rule('plain', 'day'), clustered: true };
  await expect(openCollections(db, [clustered])).rejects.toMatchObject({ code: 'collection_not_clustered' });
});
