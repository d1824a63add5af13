import { type Connection, mongo } from 'mongoose';
import { Fault } from '../domain/faults.ts';
import type { Keyring } from './keys/keyring.ts';

const DAY_SECONDS = 86_400;

/** Creates the store's own collections and indexes, and makes sure the keyring is this database's. Safe to repeat. */
export async function prepareStore(connection: Connection, keyring: Keyring): Promise<void> {
  const { db } = connection;
  if (db === undefined)
    throw new Fault('bug', 'not_connected', 'The store was prepared before it was connected.');
  await requireReplicaSet(db);
  await requireKeyring(db, keyring.id);
  const index = (collection: string, key: string, options: mongo.CreateIndexesOptions): Promise<string> =>
    db.collection(collection).createIndex({ [key]: 1 }, options, {});
  await index('conversations', 'pending', {
    name: 'pending',
    partialFilterExpression: { pending: { $exists: true } },
  });
  await index('conversations', 'runs', {
    name: 'runs',
    partialFilterExpression: { runs: { $exists: true } },
  });
  await index('people', 'erasedAt', {
    name: 'erased',
    partialFilterExpression: { erasedAt: { $exists: true } },
  });
  await index('people', 'joined', {
    name: 'joined',
    partialFilterExpression: { joined: { $exists: true } },
  });
  await index('people', 'conversations.1', {
    name: 'several',
    partialFilterExpression: { 'conversations.1': { $exists: true } },
  });
  await index('people', 'stopped', { name: 'stopped', partialFilterExpression: { stopped: true } });
  await index('seen', 'ids', { name: 'others', sparse: true });
  await index('seen', 'day', { name: 'forget', expireAfterSeconds: DAY_SECONDS });
  await index('dead_letters', 'conversation', { name: 'erase' });
  await index('dead_letters', 'until', { name: 'forget', expireAfterSeconds: 0 });
}

/** Without a replica set there is no majority to wait for, and an acknowledged message could be lost. */
async function requireReplicaSet(db: mongo.Db): Promise<void> {
  const hello = await db.admin().command({ hello: 1 });
  if (hello['setName'] !== undefined || hello['msg'] === 'isdbgrid') return;
  throw new Fault(
    'refusal',
    'no_replica_set',
    'MONGODB_URI names a single server: expected a replica set or a sharded cluster, e.g. mongodb://host:27017/benkan?replicaSet=rs0',
  );
}

/** Values sealed or indexed under another keyring would be unreadable or unfindable, one by one and much later. */
async function requireKeyring(db: mongo.Db, id: string): Promise<void> {
  const settings = db.collection<{ _id: string; id: string }>('meta');
  await settings.updateOne({ _id: 'keyring' }, { $setOnInsert: { id } }, { upsert: true });
  const stored = await settings.findOne({ _id: 'keyring' });
  if (stored?.id === id) return;
  throw new Fault(
    'refusal',
    'foreign_keyring',
    'KEY_FILE belongs to another database: expected the keyring this database was made with.',
  );
}
