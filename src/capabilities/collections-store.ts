import { mongo } from 'mongoose';
import { Fault } from '../domain/faults.ts';
import type { CollectionRule, IndexRule } from './capability.ts';

/** MongoDB's `NamespaceExists`: another process was faster, or it is not the first start. */
const NAMESPACE_EXISTS = 48;

/**
 * Creates the collections and indexes a capability declares; safe to repeat and to run in several processes at once.
 * It must run before the first write: MongoDB would otherwise create a plain collection by itself.
 * @throws Fault `collection_not_clustered` when one exists that keeps the order of insertion.
 */
export async function openCollections(db: mongo.Db, rules: readonly CollectionRule[]): Promise<void> {
  for (const rule of rules) {
    await create(db, rule);
    if (rule.clustered === true) await requireClustered(db, rule.name);
    if (rule.indexes.length > 0) await db.collection(rule.name).createIndexes(rule.indexes.map(indexOf));
  }
}

async function create(db: mongo.Db, rule: CollectionRule): Promise<void> {
  const clustered = rule.clustered === true ? { clusteredIndex: { key: { _id: 1 }, unique: true } } : {};
  try {
    await db.createCollection(rule.name, clustered);
  } catch (cause) {
    if (!(cause instanceof mongo.MongoServerError) || cause.code !== NAMESPACE_EXISTS) throw cause;
  }
}

async function requireClustered(db: mongo.Db, name: string): Promise<void> {
  const [found] = await db.listCollections({ name }, { nameOnly: false }).toArray();
  if (found !== undefined && 'options' in found && found.options['clusteredIndex'] !== undefined) return;
  throw new Fault(
    'bug',
    'collection_not_clustered',
    `The collection ${name} keeps the order of insertion. Copy its documents into a clustered collection of that name.`,
  );
}

const indexOf = (rule: IndexRule): mongo.IndexDescription => ({
  name: rule.name,
  key: { ...rule.key },
  ...(rule.unique === true ? { unique: true } : {}),
  ...(rule.where === undefined ? {} : { partialFilterExpression: { ...rule.where } }),
});
