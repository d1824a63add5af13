import path from 'node:path';
import mongoose from 'mongoose';
import { runningEmbedded } from '../../src/store/embedded/index.ts';
import { type Installation, installation } from '../app/installation.ts';
import { readyChild, type RunningChild } from '../app/running.ts';
import { realMongod } from '../mongo/embedded.ts';
import { script } from '../mongo/stand-ins.ts';
import { startTelegram, type TelegramStandIn } from '../telegram/index.ts';
import type { Search } from './search.ts';

/** A Benkan with its own database, talking as much as it can in its logs, whose files can be read byte by byte. */
export interface ReadableHouse {
  place: Installation;
  telegram: TelegramStandIn;
  child: RunningChild;
  client: mongoose.mongo.MongoClient;
  /** Everything below it is searched: tables, journal, mongod's log, records. */
  dataDir: string;
  /** Everything known is on the disk when it resolves. */
  toDisk(): Promise<void>;
  /** Stops Benkan and its database. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Compressed, the files would hide from a search what any reader of them can see. */
const UNCOMPRESSED =
  '--wiredTigerCollectionBlockCompressor none --wiredTigerJournalCompressor none --wiredTigerIndexPrefixCompression false';

export async function readableHouse(): Promise<ReadableHouse> {
  const telegram = await startTelegram();
  const place = await installation({
    LOG_LEVEL: 'debug',
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: 'a-word-for-this-test-only',
  });
  place.env['MONGOD_BINARY'] = await script(
    path.join(place.folder, 'bin'),
    'mongod',
    `exec '${realMongod()}' "$@" ${UNCOMPRESSED}`,
  );
  const child = await readyChild(place);
  const dataDir = place.env['DATA_DIR']!;
  const uri = await runningEmbedded(dataDir);
  if (uri === undefined) throw new Error('The embedded database does not run.');
  const client = await mongoose.mongo.MongoClient.connect(uri);
  return {
    place,
    telegram,
    child,
    client,
    dataDir,
    async toDisk() {
      await client.db('admin').command({ fsync: 1 });
    },
    async stop() {
      await client.close();
      await child.stop();
    },
    async close() {
      await client.close();
      await child.stop();
      await telegram.stop();
      await place.remove();
    },
  };
}

/** Every document of every collection, the oplog too, as its bytes. */
export async function searchDocuments(
  client: mongoose.mongo.MongoClient,
  search: Search,
): Promise<{ hits: ReturnType<Search['inBytes']>; documents: number; collections: string[] }> {
  const found = { hits: [] as ReturnType<Search['inBytes']>, documents: 0, collections: [] as string[] };
  const { databases } = await client.db('admin').admin().listDatabases();
  for (const { name: database } of databases) {
    const db = client.db(database);
    for (const { name, type } of await db.listCollections().toArray()) {
      if (type !== 'collection') continue;
      const where = `${database}.${name}`;
      found.collections.push(where);
      for await (const raw of db.collection(name).find({}, { raw: true })) {
        found.documents += 1;
        found.hits.push(...search.inBytes(raw as unknown as Buffer, where));
      }
    }
  }
  return found;
}
