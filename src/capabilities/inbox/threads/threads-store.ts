import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { THREADS } from '../collections.ts';
import { begun, derived, type Fresh, type Stage } from './stages.ts';
import type { KeptThread } from './thread.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits in front of a page. */
const PATIENCE_MS = 3000;

export type Database = mongo.Db;

/** Whose threads somebody may see: an organisation's, and of regions where they are named. */
export interface Scope {
  org: string;
  regions?: readonly string[] | undefined;
}

/** Plain comparisons alone: fields and values of ours. */
export type Wanted = Readonly<Record<string, string | number | null | { $in: readonly unknown[] }>>;

export interface ThreadsStore {
  /** What a turn did: makes the thread where `fresh` says what of. Safe to repeat. */
  apply(
    id: string,
    fresh: (Omit<Fresh, 'who' | 'reach'> & { who: Buffer; reach: Buffer }) | null,
    change: Stage,
    when: When,
  ): Promise<void>;
  /** What a member of staff did. `false`: it is not there for them, or `wanted` does not hold any more. */
  change(id: string, scope: Scope, wanted: Wanted, change: Stage, when: When): Promise<boolean>;
  /** One that sleeps until then, and no longer. Safe to repeat. */
  wake(id: string, until: number, when: When): Promise<void>;
  /** Something of it is to be shown anew; nothing was done or said. */
  moved(id: string): Promise<void>;
  find(id: string, scope: Scope): Promise<KeptThread | null>;
  page(scope: Scope, wanted: Wanted, skip: number, limit: number): Promise<KeptThread[]>;
  count(scope: Scope, wanted: Wanted): Promise<number>;
  /** Since when somebody has waited longest for an answer. */
  oldest(scope: Scope): Promise<number | null>;
  /** The newest change, and how many there are. */
  stamp(scope: Scope): Promise<string>;
  tags(scope: Scope): Promise<string[]>;
  /** All of a person. */
  of(who: Buffer): Promise<KeptThread[]>;
  /** Whose it is from now on, unless somebody has changed that meanwhile. */
  hand(thread: KeptThread, to: Pick<KeptThread, 'who' | 'reach'>): Promise<void>;
  erase(who: Buffer): Promise<number>;
}

/** When a change is written; `day` is what retention counts from. */
export interface When {
  now: number;
  day: string;
}

type Doc = Omit<KeptThread, 'id' | 'who' | 'reach'> & {
  _id: mongo.Binary;
  who: mongo.Binary;
  reach: mongo.Binary;
  changed: number;
};

/** Threads in MongoDB. */
export function threadsStore(db: Database): ThreadsStore {
  const threads = db.collection<Doc>(THREADS);
  const asked = <T>(work: () => Promise<T>): Promise<T> => untilDurable(work, PATIENCE_MS);
  return {
    async apply(id, fresh, change, { now, day }) {
      const made =
        fresh === null
          ? []
          : [
              {
                $set: begun({
                  ...fresh,
                  who: new mongo.Binary(fresh.who),
                  reach: new mongo.Binary(fresh.reach),
                }),
              },
            ];
      const stages = [...made, { $set: change }, { $set: derived(now, day) }];
      await untilDurable(async () => {
        const upsert = fresh !== null;
        const once = (): Promise<unknown> =>
          threads.updateOne({ _id: binaryOf(id) }, stages, { ...DURABLE, upsert });
        // Another process made the same one in between: then it is there.
        await once().catch((cause: unknown) => {
          if (!isDuplicateKey(cause)) throw cause;
          return once();
        });
      });
    },
    async change(id, scope, wanted, change, { now, day }) {
      const filter = { _id: binaryOf(id), ...both(scope, wanted) };
      const stages = [...setting(change), { $set: derived(now, day) }];
      return (await untilDurable(() => threads.updateOne(filter, stages, DURABLE))).matchedCount > 0;
    },
    async wake(id, until, { now, day }) {
      const stages = [{ $set: { snoozedUntil: null } }, { $set: derived(now, day) }];
      await untilDurable(() =>
        threads.updateOne({ _id: binaryOf(id), snoozedUntil: until }, stages, DURABLE),
      );
    },
    async moved(id) {
      await untilDurable(() => threads.updateOne({ _id: binaryOf(id) }, { $inc: { rev: 1 } }));
    },
    async find(id, scope) {
      const found = await asked(() => threads.findOne({ _id: binaryOf(id), ...within(scope) }));
      return found === null ? null : read(found);
    },
    async page(scope, wanted, skip, limit) {
      const filter = both(scope, wanted);
      const found = await asked(() =>
        threads.find(filter).sort({ urgent: -1, since: 1, _id: 1 }).skip(skip).limit(limit).toArray(),
      );
      return found.map(read);
    },
    count: (scope, wanted) => asked(() => threads.countDocuments(both(scope, wanted))),
    async oldest(scope) {
      const [first] = await asked(() =>
        threads
          .find({ ...within(scope), state: { $ne: 'closed' }, unansweredSince: { $gt: 0 } })
          .sort({ unansweredSince: 1 })
          .limit(1)
          .toArray(),
      );
      return first?.unansweredSince ?? null;
    },
    async stamp(scope) {
      const filter = within(scope);
      const [newest, count] = await Promise.all([
        asked(() => threads.find(filter).sort({ changed: -1 }).limit(AT_ONE_MOMENT).toArray()),
        asked(() => threads.countDocuments(filter)),
      ]);
      const [first] = newest;
      // Moments are whole seconds, and more than one may change in one.
      const revs = newest.reduce((sum, { changed, rev }) => sum + (changed === first?.changed ? rev : 0), 0);
      return `${count}.${first?.changed ?? 0}.${revs}`;
    },
    async tags(scope) {
      const rows = await asked(() =>
        threads
          .aggregate<{ _id: string }>([
            { $match: within(scope) },
            { $unwind: '$tags' },
            { $sortByCount: '$tags' },
            { $limit: MOST_TAGS },
          ])
          .toArray(),
      );
      return rows.map(({ _id }) => _id);
    },
    async of(who) {
      const found = await untilDurable(() => threads.find({ who: new mongo.Binary(who) }).toArray());
      return found.map(read);
    },
    async hand({ id, who }, to) {
      const set = { who: new mongo.Binary(to.who), reach: new mongo.Binary(to.reach) };
      await untilDurable(() =>
        threads.updateOne({ _id: binaryOf(id), who: new mongo.Binary(who) }, { $set: set }, DURABLE),
      );
    },
    async erase(who) {
      const whose = { who: new mongo.Binary(who) };
      return (await untilDurable(() => threads.deleteMany(whose, DURABLE))).deletedCount;
    },
  };
}

/** A stage without a field is refused. */
const setting = (change: Stage): { $set: Stage }[] =>
  Object.keys(change).length === 0 ? [] : [{ $set: change }];

/** Threads looked at for what changed last. */
const AT_ONE_MOMENT = 20;
/** More tags than that are no choice any more. */
const MOST_TAGS = 40;

const within = ({ org, regions }: Scope): mongo.Filter<Doc> => ({
  org,
  ...(regions !== undefined && { region: { $in: [...regions] } }),
});

/** What is wanted narrows what may be seen, and never takes its place. */
const both = (scope: Scope, wanted: Wanted): mongo.Filter<Doc> => ({
  $and: [within(scope), wanted],
});

const binaryOf = (id: string): mongo.Binary => new mongo.Binary(Buffer.from(id, 'hex'));

function read({ _id, who, reach, ...doc }: Doc): KeptThread {
  return {
    ...doc,
    id: Buffer.from(_id.value()).toString('hex'),
    who: Buffer.from(who.value()),
    reach: Buffer.from(reach.value()),
  };
}
