import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { type Installation, installation } from '../app/installation.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { connect } from '../../src/store/connection.ts';
import { liveMonth } from '../month/month.ts';

/** V7 in full; `V7_SEED` plays the months again that begin with another seed. */
const FIRST_SEED = Number(process.env['V7_SEED'] ?? 1);
const MONTHS = 5;

let database: TestDatabase;
let connection: Connection;
let place: Installation;
beforeEach(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  place = await installation({ MONGODB_URI: database.uri });
}, 60_000);
afterEach(async () => {
  await database.drop();
  await connection.close();
  await place.remove();
});

it.each(Array.from({ length: MONTHS }, (_, month) => FIRST_SEED + month))(
  'V7: reminders of a simulated month with random downtimes, seed %d',
  async (seed) => {
    const { faults, ...counts } = await liveMonth(place, connection, {
      ...{ seed, people: 200, events: 60, downtimes: 12, atLeastMinutes: 30 },
    });
    console.info(`V7: seed ${seed}: ${JSON.stringify(counts)}; ${faults.length} faults`);
    expect(faults).toEqual([]);
  },
  1_800_000,
);
