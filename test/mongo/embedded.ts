import path from 'node:path';
import mongoose from 'mongoose';
import type { Embedded, EmbeddedSettings } from '../../src/store/embedded/index.ts';
import { startEmbedded } from '../../src/store/embedded/index.ts';
import { servesFolder } from '../../src/store/embedded/mongod/processes.ts';
import { newFolder } from './stand-ins.ts';

/** Embedded databases of one test: started with what it needs, stopped by `end`. */
export interface EmbeddedRuns {
  dataDir: string;
  /** Every progress line so far. */
  lines: string[];
  start(settings?: Partial<EmbeddedSettings>): Promise<Embedded>;
  /** Stops what still runs. */
  end(): Promise<void>;
}

/** The mongod that the jest run uses, so that nothing is searched or fetched. */
export const realMongod = (): string => process.env['TEST_MONGOD_BINARY'] ?? '';

export async function embeddedRuns(): Promise<EmbeddedRuns> {
  const folder = await newFolder();
  const started: Embedded[] = [];
  const lines: string[] = [];
  const dataDir = path.join(folder, 'data');
  return {
    dataDir,
    lines,
    async start(settings = {}) {
      const embedded = await startEmbedded({
        ...{ dataDir, cacheDir: path.join(folder, 'cache'), binary: realMongod(), pathFolders: [] },
        progress: (line) => lines.push(line),
        ...settings,
      });
      started.push(embedded);
      return embedded;
    },
    async end() {
      for (const embedded of started) await embedded.stop();
    },
  };
}

/** Whether that process still is the mongod of these runs; a dead one nobody has collected does not live. */
export const lives = (runs: EmbeddedRuns, pid: number): boolean =>
  servesFolder(pid, path.join(runs.dataDir, 'mongo'));

/** Works on the database behind an address, as the application would: through the replica set's own addresses. */
export async function withDatabase<T>(uri: string, work: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const client = await mongoose.mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: 15_000 });
  try {
    return await work(client.db('trial'));
  } finally {
    await client.close();
  }
}

const MAJORITY = { writeConcern: { w: 'majority', j: true } } as const;

/** Leaves a mark that must still be there later. */
export const mark = (uri: string, n: number): Promise<unknown> =>
  withDatabase(uri, (db) => db.collection<{ _id: number }>('marks').insertOne({ _id: n }, MAJORITY));

export const marks = (uri: string): Promise<number[]> =>
  withDatabase(uri, async (db) => {
    const found = await db.collection<{ _id: number }>('marks').find().sort({ _id: 1 }).toArray();
    return found.map((one) => one._id);
  });
