import { mongo } from 'mongoose';
import { dayOf } from '../domain/clock.ts';
import { Fault } from '../domain/faults.ts';
import { untilDurable } from './durable.ts';

/** How long a collection's documents live (trust row T5); one per collection, without exception. */
export type Retention =
  /** Deleted `days` after the day or date in `since`. */
  | { kind: 'days'; days: number; since: string; reason: string }
  /** Lives as long as its person and is deleted with them. */
  | { kind: 'with_person'; reason: string }
  /** Cannot be deleted one by one: its capability does it. `expire` says how many documents went. */
  | { kind: 'own'; days: number; reason: string; expire: (now: number) => Promise<number> };

export interface IndexRule {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Only documents that match are indexed. */
  readonly where?: Readonly<Record<string, string | number | boolean | { $exists: true }>>;
}

/** A collection as data: the store creates it, the retention job empties it, the schema test reads it. */
export interface CollectionRule {
  readonly name: string;
  /** Stored in the order of `_id`, so that the order of insertion is not kept (T6). */
  readonly clustered?: true;
  readonly indexes: readonly IndexRule[];
  readonly retention: Retention;
}

const DAY_MS = 86_400_000;
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

/**
 * Deletes what is older than its rule allows (T5). The date a rule counts from is a day, a `Date` or milliseconds.
 * @returns how many documents went, by collection
 */
export async function expire(
  db: mongo.Db,
  rules: readonly CollectionRule[],
  now: number,
): Promise<Map<string, number>> {
  const gone = new Map<string, number>();
  for (const { name, retention } of rules) {
    if (retention.kind === 'own') gone.set(name, await retention.expire(now));
    if (retention.kind !== 'days') continue;
    const before = now - retention.days * DAY_MS;
    // MongoDB compares within one type only, so the three forms do not meet.
    const older = [dayOf(before), new Date(before), before].map(($lt) => ({ [retention.since]: { $lt } }));
    const { deletedCount } = await untilDurable(() => db.collection(name).deleteMany({ $or: older }));
    gone.set(name, deletedCount);
  }
  return gone;
}
