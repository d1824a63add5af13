import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import { UPDATE_COLLECTIONS } from '../../src/capabilities/updates/collections.ts';
import { keysDocumentOf } from '../../src/capabilities/updates/keys/keys-document.ts';
import { verifyFile } from '../../src/capabilities/updates/log/verify-file.ts';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { openCollections } from '../../src/store/collections.ts';
import { testDatabase, type TestDatabase } from '../mongo/database.ts';
import { accepts, flipped, missedFlips } from '../updates/flips.ts';
import { itemOf } from '../updates/published-item.ts';
import {
  buildStatement,
  chain,
  headOf,
  itemText,
  keysAfter,
  logText,
  PUBLIC_URL,
} from '../updates/signed-log.ts';
import { tamperings } from '../updates/tamperings.ts';
import { testLog } from '../updates/test-log.ts';

/** U5 in full; `U5_ENTRIES` makes it shorter. */
const ENTRIES = Number(process.env['U5_ENTRIES'] ?? 1000);
/** Flips read from the first byte of the file to the last, as somebody does who has the file. */
const WHOLE_READINGS = 500;
const LONG_MS = 4 * 60 * 60_000;

const keys = keysAfter();
const entries = chain(Array.from({ length: ENTRIES }, (_, n) => buildStatement(n + 1)));
const text = logText(entries, keys);
const pinned = keysDocumentOf(keys, PUBLIC_URL, headOf(entries));

let database: TestDatabase;
let connection: mongoose.Connection;
let db: mongo.Db;
beforeAll(async () => {
  database = await testDatabase();
  connection = await mongoose.createConnection(database.uri, { autoIndex: false }).asPromise();
  db = connection.getClient().db(database.name);
  await openCollections(db, UPDATE_COLLECTIONS);
});
afterAll(async () => {
  await database.drop();
  await connection.close();
});

const accepted = (changed: string): Promise<boolean> => accepts(changed, pinned);

it('U5: the log holds as it is, and how long that takes to see', async () => {
  const began = performance.now();
  expect(await verifyFile([Buffer.from(text)], pinned)).toMatchObject({
    ok: true,
    entries: ENTRIES,
    trusted: true,
  });
  const took = Math.round(performance.now() - began);
  console.info(
    `U5: ${String(ENTRIES)} entries, ${String(Buffer.byteLength(text))} bytes, read in ${String(took)} ms`,
  );
});

it(
  'U5: every byte of it, flipped in turn, is noticed where it stands',
  async () => {
    const { bytes, missed } = await missedFlips(text, pinned);
    console.info(`U5: ${String(bytes)} bytes flipped, ${String(missed)} not noticed`);
    expect(bytes).toBe(Buffer.byteLength(text));
    expect(missed).toBe(0);
  },
  LONG_MS,
);

it(
  `U5: ${String(WHOLE_READINGS)} of them with the whole file read anew`,
  async () => {
    const whole = Buffer.from(text);
    const chance = seededChance(5);
    let missed = 0;
    for (let n = 0; n < WHOLE_READINGS; n += 1) {
      const [at, bit] = [Math.floor(chance() * whole.length), Math.floor(chance() * 8)];
      if (await accepted(flipped(whole, at, bit))) missed += 1;
    }
    // The last byte: the line it ends is the end of the log.
    if (await accepted(flipped(whole, whole.length - 1, 0))) missed += 1;
    console.info(`U5: ${String(WHOLE_READINGS + 1)} files with one bit changed, ${String(missed)} accepted`);
    expect(missed).toBe(0);
  },
  LONG_MS,
);

it(
  'U5: every byte of the file of one item',
  async () => {
    const item = Buffer.from(itemText(entries.slice(0, 3), 2));
    let missed = 0;
    for (const [at] of item.entries())
      for (let bit = 0; bit < 8; bit += 1) if (await accepted(flipped(item, at, bit))) missed += 1;
    console.info(
      `U5: ${String(item.length * 8)} bits of the file of one item flipped, ${String(missed)} accepted`,
    );
    expect(missed).toBe(0);
  },
  LONG_MS,
);

it(
  'U5: documents of the database changed field by field',
  async () => {
    const { log } = testLog(db);
    await log.begin();
    for (const { statement } of entries) await log.appendAlone(statement, false);
    await db.collection<{ _id: string }>('updates').insertMany(entries.map((_, n) => itemOf(n + 1)));
    const began = performance.now();
    expect((await log.check()).wrong).toBeUndefined();
    const took = Math.round(performance.now() - began);
    let [tried, missed] = [0, 0];
    for (const seq of [1, Math.ceil(ENTRIES / 2), ENTRIES])
      for (const { name, run, undo } of tamperings(db, seq)) {
        await run();
        tried += 1;
        if ((await log.check()).wrong === undefined) {
          missed += 1;
          console.info(`U5: not noticed: ${name}`);
        }
        await undo();
      }
    console.info(`U5: one look through ${String(ENTRIES)} entries and items in MongoDB: ${String(took)} ms`);
    console.info(`U5: ${String(tried)} changes of documents, ${String(missed)} not noticed`);
    expect(missed).toBe(0);
  },
  LONG_MS,
);
