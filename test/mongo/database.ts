import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { expect } from '@jest/globals';
import mongoose from 'mongoose';

export interface TestDatabase {
  /** Names the database in its path, so `mongoose.createConnection(uri)` is enough. */
  uri: string;
  name: string;
  /** Call it in `afterAll`. */
  drop(): Promise<void>;
}

/** A database of its own for the calling test file, in the MongoDB that the jest run started. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_MONGODB_URI'];
  if (server === undefined) throw new Error('No test MongoDB: run jest with config/jest.config.mjs.');
  const name = databaseName(expect.getState().testPath ?? '');
  const uri = new URL(server);
  uri.pathname = `/${name}`;
  return {
    uri: uri.href,
    name,
    async drop() {
      const client = await mongoose.mongo.MongoClient.connect(uri.href);
      await client.db(name).dropDatabase();
      await client.close();
    },
  };
}

/** The file's name to recognise it in a listing, the rest so that two runs never meet. MongoDB allows 63 bytes. */
function databaseName(testPath: string): string {
  const file = path
    .basename(testPath)
    .replace(/\..*$/, '')
    .replace(/[^\w-]/g, '')
    .slice(0, 30);
  const place = createHash('sha256').update(testPath).digest('hex').slice(0, 8);
  return `test-${file}-${place}-${randomBytes(4).toString('hex')}`;
}
