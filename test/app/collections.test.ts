import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type Installation, installation } from './installation.ts';
import { type RunningHere, startHere } from './running.ts';

/** The store's own: what ends each of them stands in src/store, with tests beside it. */
const OF_THE_STORE: Readonly<Record<string, string>> = {
  people: 'erased with the person',
  conversations: 'erased with the person',
  seen: 'an index of eight days',
  dead_letters: 'an index of fourteen days',
  mailboxes: 'an index of 72 hours after the last message',
  meta: 'the name of the keyring',
};

let database: TestDatabase;
let place: Installation;
let running: RunningHere;
let client: mongoose.mongo.MongoClient;
beforeAll(async () => {
  database = await testDatabase();
  place = await installation({ MONGODB_URI: database.uri });
  running = await startHere(place);
  client = await mongoose.mongo.MongoClient.connect(database.uri);
}, 240_000);
afterAll(async () => {
  await client.close();
  await running.stop();
  await place.remove();
  await database.drop();
});

it('T5: every collection of a whole house stands once in the table of retention, with a reason', async () => {
  const rules = running.house.collections;
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const there = (await client.db(database.name).listCollections().toArray()).map(({ name }) => name);
  expect(there.filter((name) => !names.includes(name) && !(name in OF_THE_STORE))).toEqual([]);
  expect(names.filter((name) => !there.includes(name))).toEqual([]);
  for (const { retention } of rules) expect(retention.reason.length).toBeGreaterThan(10);
});
