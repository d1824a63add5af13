import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { SUBSCRIPTIONS } from '../collections.ts';
import type { SubscriptionChange } from './subscription.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A person waits in front of a page, or in a talk. */
const PATIENCE_MS = 3000;

/** One person's subscription. `active` is what a send asks for: wanted, and no "stop" since. */
export interface StoredSubscription {
  _id: mongo.Binary;
  active: boolean;
  on: boolean;
  stopped: boolean;
  lang: string;
  /** Sealed; `null` once the person has left. */
  conversation: mongo.Binary | null;
  /** The newest change: a repeated older one changes nothing. */
  day: string;
  talk: mongo.Binary;
  rev: number;
}

/** A subscription without its key. */
export type KeptSubscription = Omit<StoredSubscription, '_id'>;

export interface Subscriber {
  id: Buffer;
  conversation: Buffer;
}

export interface SubscriptionsStore {
  /** Applies changes in their order; each may be repeated. */
  change(changes: readonly SubscriptionChange[]): Promise<void>;
  isActive(id: Buffer): Promise<boolean>;
  /** 1 when anything is kept of this person. */
  kept(id: Buffer): Promise<number>;
  erase(id: Buffer): Promise<number>;
  find(id: Buffer): Promise<KeptSubscription | null>;
  /** Writes it in the place of what was read there; `false`: that has changed meanwhile. */
  replace(id: Buffer, before: KeptSubscription | null, after: KeptSubscription): Promise<boolean>;
  /** Takes away what was read there, unless it has changed meanwhile. */
  remove(id: Buffer, before: KeptSubscription): Promise<void>;
  /** Active ones after `after` in the order of their ids, which tells nothing. */
  page(after: Buffer | null, limit: number): Promise<Subscriber[]>;
  count(): Promise<number>;
  countBy(lang: string): Promise<number>;
}

export function subscriptionsStore(db: mongo.Db): SubscriptionsStore {
  const subscriptions = db.collection<StoredSubscription>(SUBSCRIPTIONS);
  return {
    async change(changes) {
      for (const each of changes) await untilDurable(() => applyOne(subscriptions, each));
    },

    isActive: (id) =>
      untilDurable(
        async () => (await subscriptions.findOne({ _id: binary(id) }))?.active === true,
        PATIENCE_MS,
      ),

    kept: (id) =>
      untilDurable(() => subscriptions.countDocuments({ _id: binary(id), on: true }), PATIENCE_MS),

    erase: (id) =>
      untilDurable(async () => (await subscriptions.deleteOne({ _id: binary(id) }, DURABLE)).deletedCount),

    find: (id) =>
      untilDurable(() =>
        subscriptions.findOne<KeptSubscription>({ _id: binary(id) }, { projection: { _id: 0 } }),
      ),

    replace: (id, before, after) =>
      untilDurable(async () => {
        const filter = before === null ? { _id: binary(id), day: NO_DAY } : unchanged(id, before);
        try {
          const options = { upsert: before === null, ...DURABLE };
          const { matchedCount, upsertedCount } = await subscriptions.replaceOne(filter, after, options);
          return matchedCount + upsertedCount > 0;
        } catch (cause) {
          if (isDuplicateKey(cause)) return false;
          throw cause;
        }
      }),

    async remove(id, before) {
      await untilDurable(() => subscriptions.deleteOne(unchanged(id, before), DURABLE));
    },

    page: (after, limit) =>
      untilDurable(async () => {
        const found = await subscriptions
          .find(
            { active: true, ...(after === null ? {} : { _id: { $gt: binary(after) } }) },
            { sort: { _id: 1 }, limit, projection: { conversation: 1 } },
          )
          .toArray();
        return found.flatMap(({ _id, conversation }) =>
          conversation === null
            ? []
            : [{ id: Buffer.from(_id.value()), conversation: Buffer.from(conversation.value()) }],
        );
      }),

    count: () => untilDurable(() => subscriptions.countDocuments({ active: true }), PATIENCE_MS),
    countBy: (lang) => untilDurable(() => subscriptions.countDocuments({ active: true, lang }), PATIENCE_MS),
  };
}

/** No subscription has it: where nothing was read, nothing is matched. */
const NO_DAY = '';

const unchanged = (
  id: Buffer,
  { day, talk, rev, on, stopped }: KeptSubscription,
): mongo.Filter<StoredSubscription> => ({ _id: binary(id), day, talk, rev, on, stopped });

/** The filter matches only what is older; a duplicate key then means that a newer change is there already. */
async function applyOne(
  subscriptions: mongo.Collection<StoredSubscription>,
  change: SubscriptionChange,
): Promise<void> {
  const { day, rev } = change;
  const [_id, talk] = [binary(change.id), binary(change.talk)];
  const older = {
    $or: [{ day: { $lt: day } }, { day, talk: { $ne: talk } }, { day, talk, rev: { $lt: rev } }],
  };
  const upsert = change.change === 'on' || change.change === 'off';
  // The second look meets a document another process has made in between.
  for (let look = 0; look < 2; look += 1) {
    try {
      await subscriptions.updateOne(
        { _id, ...older },
        [{ $set: { ...stateAfter(change), day, talk, rev } }],
        {
          ...DURABLE,
          upsert,
        },
      );
      return;
    } catch (cause) {
      if (!isDuplicateKey(cause)) throw cause;
    }
  }
}

function stateAfter({ change, lang, conversation }: SubscriptionChange): Record<string, unknown> {
  switch (change) {
    case 'on':
      return { on: true, stopped: false, active: true, lang, conversation: binary(conversation) };
    case 'off':
      return { on: false, stopped: false, active: false, lang, conversation: null };
    case 'stopped':
      return { stopped: true, active: false };
    case 'back':
      return { stopped: false, active: '$on' };
  }
}

const binary = (bytes: Buffer): mongo.Binary => new mongo.Binary(bytes);
