import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import { type EmbeddedRuns, embeddedRuns, withDatabase } from './embedded.ts';

/** What mongod's own log would print with its values: slow, failing and refused commands. */
const TALKATIVE: Record<string, (c: mongoose.mongo.Collection) => Promise<unknown>> = {
  'a slow query': (c) => c.find({ u: { $ne: 'CANARY' }, $where: 'sleep(150)||true' }).toArray(),
  'a query that fails': (c) => c.find({ u: { $ne: 'CANARY' }, $expr: { $divide: [1, '$n'] } }).toArray(),
  'a query out of time': (c) =>
    c
      .find({ u: { $ne: 'CANARY' }, $where: 'sleep(200)||true' })
      .maxTimeMS(30)
      .toArray(),
  'an aggregation that fails': (c) =>
    c.aggregate([{ $match: { u: { $ne: 'CANARY' } } }, { $set: { z: { $divide: [1, '$n'] } } }]).toArray(),
  'a duplicate key': (c) => c.findOneAndUpdate({ u: 'CANARY 2' }, { $set: { u: 'CANARY 1' } }),
  'an update that fails': (c) => c.findOneAndUpdate({ u: 'CANARY 2' }, { $inc: { u: 1 } }),
  'an index that cannot be built': (c) => c.createIndex({ n: 1 }, { unique: true }, {}),
};

describe("mongod's log", () => {
  let runs: EmbeddedRuns;
  let log: string;

  beforeAll(async () => {
    runs = await embeddedRuns();
    const running = await runs.start();
    await withDatabase(running.uri, async (db) => {
      const collection = db.collection('canaries');
      await collection.createIndex({ u: 1 }, { unique: true }, {});
      await collection.insertMany([
        { u: 'CANARY 1', n: 0 },
        { u: 'CANARY 2', n: 0 },
      ]);
      for (const talk of Object.values(TALKATIVE)) await talk(collection).catch(() => undefined);
      await db.createCollection('checked', { validator: { n: { $type: 'int' } }, validationAction: 'warn' });
      await db.collection('checked').insertOne({ n: 'CANARY' });
    });
    await running.stop();
    log = await readFile(path.join(runs.dataDir, 'mongod.log'), 'utf8');
  });
  afterAll(() => runs.end());

  it('holds no value of a document or a query', () => {
    expect(log).not.toContain('CANARY');
    expect(log).not.toContain('canaries');
  });

  it('tells that these things happened', () => {
    expect(log).toContain('Plan executor error during find command');
    expect(log).toContain('Plan executor error during findAndModify');
    expect(log).toContain('Document would fail validation');
  });
});
