import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { SUBSCRIPTIONS } from '../collections.ts';
import type { SubscriptionChange } from './subscription.ts';
import { type StoredWish, storedWish, wantedBy, wishIn } from './wanted-store.ts';
import { EVERYTHING, RHYTHMS, type Whom, type Wish } from './wish.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A person waits in front of a page, or in a talk. */
const PATIENCE_MS = 3000;

/** One person's subscription. `active` is what a send asks for: wanted, and no "stop" since. */
export interface StoredSubscription extends StoredWish {
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
  wish: Wish;
}

export interface SubscriptionsStore {
  /** Applies changes in their order; each may be repeated. */
  change(changes: readonly SubscriptionChange[]): Promise<void>;
  /** Whether somebody is subscribed, and among those who are meant. */
  isActive(id: Buffer, whom?: Whom): Promise<boolean>;
  /** What an active one wants; `null`: they are none. */
  wishOf(id: Buffer): Promise<Wish | null>;
  /** 1 when anything is kept of this person. */
  kept(id: Buffer): Promise<number>;
  erase(id: Buffer): Promise<number>;
  find(id: Buffer): Promise<KeptSubscription | null>;
  /** Writes it in the place of what was read there; `false`: that has changed meanwhile. */
  replace(id: Buffer, before: KeptSubscription | null, after: KeptSubscription): Promise<boolean>;
  /** Takes away what was read there, unless it has changed meanwhile. */
  remove(id: Buffer, before: KeptSubscription): Promise<void>;
  /** Active ones after `after` in the order of their ids, which tells nothing. */
  page(after: Buffer | null, limit: number, whom?: Whom): Promise<Subscriber[]>;
  count(whom?: Whom): Promise<number>;
  countBy(lang: string, whom?: Whom): Promise<number>;
}

export function subscriptionsStore(db: mongo.Db): SubscriptionsStore {
  const subscriptions = db.collection<StoredSubscription>(SUBSCRIPTIONS);
  return {
    async change(changes) {
      for (const each of changes) await untilDurable(() => applyOne(subscriptions, each));
    },

    isActive: (id, whom = ANYBODY) =>
      untilDurable(
        async () =>
          (await subscriptions.findOne({ ...wantedBy<StoredSubscription>(whom).filter, _id: binary(id) })) !==
          null,
        PATIENCE_MS,
      ),

    wishOf: (id) =>
      untilDurable(async () => {
        const found = await subscriptions.findOne({ _id: binary(id), active: true });
        return found === null ? null : wishIn(found);
      }, PATIENCE_MS),

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

    page: (after, limit, whom = ANYBODY) =>
      untilDurable(async () => {
        const { filter, hint } = wantedBy<StoredSubscription>(whom);
        const found = await subscriptions
          .find(
            { ...filter, ...(after === null ? {} : { _id: { $gt: binary(after) } }) },
            {
              sort: { _id: 1 },
              limit,
              hint,
              projection: { conversation: 1, rhythm: 1, themes: 1, region: 1 },
            },
          )
          .toArray();
        return found.flatMap(({ _id, conversation, ...wish }) =>
          conversation === null
            ? []
            : [
                {
                  id: Buffer.from(_id.value()),
                  conversation: Buffer.from(conversation.value()),
                  wish: wishIn(wish),
                },
              ],
        );
      }),

    count: (whom = ANYBODY) =>
      untilDurable(
        () => subscriptions.countDocuments(wantedBy<StoredSubscription>(whom).filter),
        PATIENCE_MS,
      ),
    countBy: (lang, whom = ANYBODY) =>
      untilDurable(
        () => subscriptions.countDocuments({ ...wantedBy<StoredSubscription>(whom).filter, lang }),
        PATIENCE_MS,
      ),
  };
}

const ANYBODY: Whom = { rhythms: RHYTHMS };

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
  // Of somebody who never subscribed nothing is kept that they stopped.
  const upsert = change.change !== 'stopped' && change.change !== 'back';
  // The second look meets a document another process has made in between.
  for (let look = 0; look < 2; look += 1) {
    try {
      await subscriptions.updateOne({ _id, ...older }, [...stagesOf(change), { $set: { day, talk, rev } }], {
        ...DURABLE,
        upsert,
      });
      return;
    } catch (cause) {
      if (!isDuplicateKey(cause)) throw cause;
    }
  }
}

function stagesOf({ change, wish, lang, conversation }: SubscriptionChange): mongo.Document[] {
  switch (change) {
    case 'on':
    case 'chosen':
      return [
        { $unset: WISH },
        {
          $set: {
            ...{ on: true, stopped: false, active: true, lang, conversation: binary(conversation) },
            ...storedWish(wish ?? EVERYTHING),
          },
        },
      ];
    case 'off':
      return [
        { $unset: WISH },
        { $set: { on: false, stopped: false, active: false, lang, conversation: null } },
      ];
    case 'stopped':
      return [{ $set: { stopped: true, active: false } }];
    case 'back':
      return [{ $set: { stopped: false, active: '$on' } }];
  }
}

/** Who leaves and comes back wants everything, until they choose again. */
const WISH = ['rhythm', 'themes', 'region'];

const binary = (bytes: Buffer): mongo.Binary => new mongo.Binary(bytes);
