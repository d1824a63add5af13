import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connect } from '../../src/store/connection.ts';
import { type Installation, installation } from '../app/installation.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { liveMonth } from './month.ts';

/** The short form; several months by other dice are the trial V7. */
const SEED = 9;

let database: TestDatabase;
let connection: Connection;
let place: Installation;
beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  place = await installation({ MONGODB_URI: database.uri });
}, 240_000);
afterAll(async () => {
  await database.drop();
  await connection.close();
  await place.remove();
});

it('V7: a month with downtimes, moves and cancellations: each reminder once, at the time that holds, never at night', async () => {
  const lived = await liveMonth(place, connection, {
    ...{ seed: SEED, people: 16, events: 24, downtimes: 3, atLeastMinutes: 160 },
  });
  const { faults, ...counts } = lived;
  console.info(`V7: seed ${SEED}: ${JSON.stringify(counts)}, ${faults.length} faults`);
  expect(faults).toEqual([]);
  expect(counts.reminders).toBeGreaterThanOrEqual(counts.owed);
  expect(counts.owed).toBeGreaterThan(20);
  expect(Math.min(counts.moved, counts.cancelledEvents, counts.cancels)).toBeGreaterThan(1);
}, 300_000);
