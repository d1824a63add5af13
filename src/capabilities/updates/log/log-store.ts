import { mongo } from 'mongoose';
import { Fault } from '../../../domain/faults.ts';
import { isDuplicateKey, readWithin, untilDurable } from '../../../store/durable.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { DEMO_LOG, LOG, LOG_HEADS } from './collections.ts';
import { BEGINNING, follow } from './entry.ts';
import type { LogEntry, LogHead, PublicLog, Statement } from './ports.ts';

/** A talk or a page waits. */
const PATIENCE_MS = 2000;
/** Versions and withdrawals under one number; far beyond what the history of an item holds. */
const MOST_OF_A_NUMBER = 1000;
/** Entries looked through in one go; between two batches talks are served. */
export const A_BATCH = 100;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

export type Database = mongo.Db;

/** Its place in the log is its `_id`. */
type StoredEntry = Omit<LogEntry, 'seq'> & { _id: number };

/** Where the log goes on. Every append moves it, so that of two at once one must wait for the other. */
interface StoredHead extends LogHead {
  _id: 'log' | 'demo';
  /** Who signed last; empty before the first. */
  key: string;
  /** Authenticated: what was published before there was a log is still being entered. */
  adopting?: string;
}

export interface LogStore extends PublicLog {
  /** All entries in order, as they are stored. */
  all(demo?: boolean): AsyncIterable<unknown>;
  /** Begins the logs where there are none. `adopting` marks that earlier publications are still to be entered. */
  begin(adopting: string | undefined): Promise<void>;
  /** The mark while they are. */
  adopting(): Promise<string | undefined>;
  adopted(): Promise<void>;
  /** @returns whether this key was not seen here before; of many at once, one is told so */
  meetKey(kid: string): Promise<boolean>;
  /** Takes the entries of the demonstration away; its count goes on, so that who follows it misses none. */
  dropDemo(): Promise<void>;
}

/** @param appended told after the caller's transaction has ended, whether or not it was committed */
export function logStore(db: mongo.Db, keys: SigningKeys, appended: () => void = () => undefined): LogStore {
  const heads = db.collection<StoredHead>(LOG_HEADS);
  const entries = (demo: boolean) => db.collection<StoredEntry>(demo ? DEMO_LOG : LOG);
  const told = new WeakSet<mongo.ClientSession>();
  return {
    async append(session, statement, demo) {
      const _id = nameOf(demo);
      // The first write of all: whoever comes second meets a conflict here, before it has signed anything.
      const before = await heads.findOneAndUpdate({ _id }, { $inc: { seq: 1 } }, { session, upsert: true });
      const { seq: last, hash, key } = before ?? { ...BEGINNING, key: '' };
      refuseOlderKey(keys, key);
      const entry = follow({ seq: last, hash }, { statement, demo }, keys);
      const { seq, ...stored } = entry;
      await entries(demo).insertOne({ _id: seq, ...stored }, { session });
      await heads.updateOne({ _id }, { $set: { hash: entry.hash, key: entry.key } }, { session });
      if (!told.has(session)) session.once('ended', appended);
      told.add(session);
      return entry;
    },

    after: (seq, limit, demo = false) =>
      readWithin(async () => {
        const found = await entries(demo)
          .find({ _id: { $gt: seq } }, { sort: { _id: 1 }, limit })
          .toArray();
        return found.map(read);
      }, PATIENCE_MS),

    of: (number) =>
      readWithin(async () => {
        for (const demo of [false, true]) {
          const found = await entries(demo)
            .find({ 'statement.number': number }, { sort: { _id: 1 }, limit: MOST_OF_A_NUMBER })
            .toArray();
          if (found.length > 0) return found.map(read);
        }
        return [];
      }, PATIENCE_MS),

    head: (demo = false) =>
      readWithin(async () => {
        const found = await heads.findOne({ _id: nameOf(demo) });
        return found === null ? BEGINNING : { seq: found.seq, hash: found.hash };
      }, PATIENCE_MS),

    async *all(demo = false) {
      for await (const found of entries(demo).find({}, { sort: { _id: 1 }, batchSize: A_BATCH }))
        yield read(found);
    },

    begin: (adopting) =>
      untilDurable(async () => {
        const real = { _id: 'log', ...(adopting === undefined ? {} : { adopting }) } as const;
        for (const head of [real, { _id: 'demo' } as const])
          try {
            await heads.insertOne({ ...head, ...BEGINNING, key: '' }, DURABLE);
          } catch (cause) {
            if (!isDuplicateKey(cause)) throw cause;
          }
      }),

    adopting: () => readWithin(async () => (await heads.findOne({ _id: 'log' }))?.adopting, PATIENCE_MS),

    async adopted() {
      await untilDurable(() => heads.updateOne({ _id: 'log' }, { $unset: { adopting: '' } }, DURABLE));
    },

    meetKey: (kid) =>
      untilDurable(async () => {
        try {
          const met = await db
            .collection<{ _id: string; kids: string[] }>(LOG_HEADS)
            .updateOne(
              { _id: 'keys', kids: { $ne: kid } },
              { $push: { kids: kid } },
              { ...DURABLE, upsert: true },
            );
          return met.modifiedCount + met.upsertedCount === 1;
        } catch (cause) {
          // The document is there and has the key: then nothing matches, and a second one is not made.
          if (!isDuplicateKey(cause)) throw cause;
          return false;
        }
      }),

    async dropDemo() {
      await untilDurable(() => entries(true).deleteMany({}, DURABLE));
    },
  };
}

/** Once a newer key has signed, an older one never does again: who still has the older one must read KEY_FILE anew. */
function refuseOlderKey({ all, current }: SigningKeys, signedLast: string): void {
  if (signedLast === '' || signedLast === current) return;
  if (all.some(({ kid }) => kid === signedLast)) return;
  throw new Fault(
    'refusal',
    'publisher_key_old',
    'Another process publishes with a key this one does not have: restart it with the new KEY_FILE.',
  );
}

const nameOf = (demo: boolean): StoredHead['_id'] => (demo ? 'demo' : 'log');

const read = ({ _id: seq, ...rest }: StoredEntry): LogEntry => ({ seq, ...rest });

/** Puts a statement in the log alone, where nothing else changes with it. */
export const appendAlone = (
  db: mongo.Db,
  log: Pick<PublicLog, 'append'>,
  statement: Statement,
  demo: boolean,
): Promise<void> =>
  db.client.withSession((session) =>
    session.withTransaction(async () => {
      await log.append(session, statement, demo);
    }, TRANSACTION),
  );

/** How every transaction that appends is run. */
export const TRANSACTION: mongo.TransactionOptions = {
  readConcern: 'snapshot',
  writeConcern: new mongo.WriteConcern('majority', undefined, true),
};
