import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { type Installation, installation } from '../app/installation.ts';
import { type RunningHere, startHere } from '../app/running.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type Crowd, crowd } from './crowd.ts';
import { tapping } from './tapping.ts';

/** The trial has 200, a hundred times. */
const PEOPLE = 60;

let database: TestDatabase;
let place: Installation;
let running: RunningHere;
let people: Crowd;
let client: mongoose.mongo.MongoClient;
beforeAll(async () => {
  database = await testDatabase();
  place = await installation({ MONGODB_URI: database.uri });
  running = await startHere(place);
  client = await mongoose.mongo.MongoClient.connect(database.uri);
  people = crowd(running.house, PEOPLE);
  await people.signUp(client.db(database.name));
}, 180_000);
afterAll(async () => {
  await client.close();
  await running.stop();
  await place.remove();
  await database.drop();
}, 240_000);

it('V4: concurrent taps of many on 20 places give exactly 20 confirmed and a waiting list of the others in order', async () => {
  const db = client.db(database.name);
  expect(await tapping({ db, people, house: running.house }, 20)).toEqual({
    confirmed: 20,
    waiting: PEOPLE - 20,
    wrong: [],
  });
}, 120_000);
