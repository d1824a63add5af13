import { mongo } from 'mongoose';
import { DUPLICATE_KEY, untilDurable } from '../../../store/durable.ts';
import type { Member } from '../../audiences/index.ts';
import { RECIPIENTS } from './collections.ts';
import type { RecipientIds } from './recipient-ids.ts';
import { BEFORE, type RecipientState, type SkipReason, UNDER_WAY } from './recipient.ts';
import type { RecipientDoc } from './documents-store.ts';

/** Recipients sealed or written in one step: nobody waits for an answer longer than some ten milliseconds for it. */
const AT_ONCE = 2000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

export type Database = mongo.Db;

/** Somebody whose turn has not come, or whose message is on its way. */
export interface Recipient extends Member {
  /** Of the recipient; `member.id` is the audience's. */
  key: Buffer;
  state: RecipientState;
  turn: number;
}

/** Whom to look for among the queued. */
export interface Page {
  after: Buffer;
  /** The last one that is still meant. */
  until: Buffer;
  channel: string;
  /** People there have to wait. */
  notIn?: readonly string[];
  limit: number;
}

/** One message on its way, by its broadcast, its talk and its turn. */
export interface OnItsWay {
  talk: Buffer;
  turn: number;
}

/** Recipients in the database. Every write is durable and may be repeated. */
export interface RecipientsStore {
  /** Those that are there already stay as they are. */
  plan(ids: RecipientIds, members: readonly Member[]): Promise<void>;
  queued(page: Page): Promise<Recipient[]>;
  /** On their way, some hundred at most. */
  live(broadcast: string): Promise<Recipient[]>;
  anyQueued(ids: RecipientIds, until?: Buffer): Promise<boolean>;
  /** The id of the nth of a broadcast, from 1 on. */
  nth(ids: RecipientIds, n: number): Promise<Buffer | undefined>;
  /** Written before their talks are told, so that a crash in between leaves somebody to tell, and nobody told unseen. */
  going(broadcast: string, all: readonly { recipient: Recipient; talk: Buffer }[]): Promise<void>;
  /** From here on a crash leaves it in doubt. `false`: it is not this one's turn any more, and must not leave. */
  leaving(of: OnItsWay): Promise<boolean>;
  /** Certainly not sent: their turn comes again. */
  again(of: OnItsWay, from: readonly RecipientState[]): Promise<boolean>;
  /** Moves what is on its way, or was sent, forward; never back. */
  became(of: OnItsWay, state: RecipientState, reason?: string): Promise<void>;
  skip(all: readonly { key: Buffer; state: 'skipped' | 'waiting'; reason?: SkipReason }[]): Promise<void>;
  /** Everybody whose message has certainly not left. */
  skipAll(ids: RecipientIds, reason: SkipReason): Promise<void>;
  /** Somebody for whom it waited was told it in a talk of theirs. */
  readLater(key: Buffer): Promise<void>;
  /** Which of these there are. */
  known(keys: readonly Buffer[]): Promise<ReadonlySet<string>>;
  /** Somebody is erased: nothing leads from these ids to them any more. */
  erase(keys: readonly Buffer[]): Promise<void>;
  drop(ids: RecipientIds): Promise<number>;
}

export function recipientsStore(db: mongo.Db): RecipientsStore {
  const recipients = db.collection<RecipientDoc>(RECIPIENTS, DURABLE);
  const update = (filter: mongo.Filter<RecipientDoc>, change: mongo.UpdateFilter<RecipientDoc>) =>
    untilDurable(async (again) => {
      const { matchedCount } = await recipients.updateOne(filter, change);
      return matchedCount === 1 || again;
    });
  return {
    async plan(ids, members) {
      const docs: RecipientDoc[] = [];
      for (const some of slices(members)) {
        docs.push(...some.map((one) => docOf(ids, one)));
        // Talks are answered in between.
        await new Promise(setImmediate);
      }
      // Keyed hashes lie anywhere: written in their order, a page of the database takes several of them at once.
      docs.sort((a, b) => Buffer.compare(a._id.buffer, b._id.buffer));
      for (const some of slices(docs)) await untilDurable(() => insertNew(recipients, some));
    },

    queued: ({ after, until, channel, notIn = [], limit }) =>
      untilDurable(async () => {
        const filter: mongo.Filter<RecipientDoc> = {
          _id: { $gt: new mongo.Binary(after), $lte: new mongo.Binary(until) },
          ...{ state: 'queued', channel },
          ...(notIn.length > 0 && { region: { $nin: [...notIn] } }),
        };
        return (await recipients.find(filter).sort({ _id: 1 }).limit(limit).toArray()).map(read);
      }),

    live: (broadcast) =>
      untilDurable(async () => (await recipients.find({ live: broadcast }).toArray()).map(read)),

    anyQueued: ({ from, to }, until = to) =>
      untilDurable(
        async () => (await recipients.findOne({ ...within(from, until), state: 'queued' })) !== null,
      ),

    nth: ({ from, to }, n) =>
      untilDurable(async () => {
        const find = recipients.find(within(from, to), { projection: { _id: 1 } });
        const [found] = await find
          .sort({ _id: 1 })
          .skip(n - 1)
          .limit(1)
          .toArray();
        return found === undefined ? undefined : Buffer.from(found._id.value());
      }),

    async going(broadcast, all) {
      if (all.length === 0) return;
      const writes = all.map(({ recipient: { key, turn }, talk }) => ({
        updateOne: {
          filter: { _id: new mongo.Binary(key), state: 'queued' as const, ...turnIs(turn) },
          update: { $set: { state: 'going' as const, talk: new mongo.Binary(talk), live: broadcast } },
        },
      }));
      await untilDurable(() => recipients.bulkWrite(writes, { ordered: false }));
    },

    leaving: ({ talk, turn }) =>
      untilDurable(async () => {
        const mine = { talk: new mongo.Binary(talk), ...turnIs(turn) };
        const { matchedCount } = await recipients.updateOne(
          { ...mine, state: 'going' },
          { $set: { state: 'leaving' } },
        );
        if (matchedCount === 1) return true;
        // Tried again after a refusal, or what follows the first message of several.
        return (await recipients.findOne({ ...mine, state: { $in: [...UNDER_WAY] } })) !== null;
      }),

    again: ({ talk, turn }, from) =>
      update(
        { talk: new mongo.Binary(talk), ...turnIs(turn), state: { $in: [...from] } },
        { $set: { state: 'queued', turn: turn + 1 }, $unset: { talk: '', live: '' } },
      ),

    async became({ talk, turn }, state, reason) {
      await update(
        { talk: new mongo.Binary(talk), ...turnIs(turn), state: { $in: [...BEFORE[state]] } },
        {
          $set: { state, ...(reason !== undefined && { reason }) },
          $unset: { ...SETTLED, ...(reason === undefined && { reason: '' as const }) },
        },
      );
    },

    async skip(all) {
      if (all.length === 0) return;
      const writes = all.map(({ key, state, reason }) => ({
        updateOne: {
          filter: { _id: new mongo.Binary(key), state: { $in: ['queued' as const, 'going' as const] } },
          update: { $set: { state, ...(reason !== undefined && { reason }) }, $unset: SETTLED },
        },
      }));
      await untilDurable(() => recipients.bulkWrite(writes, { ordered: false }));
    },

    async skipAll({ from, to }, reason) {
      // Without being on its way a message does not leave any more, though its talk has it.
      const filter = { ...within(from, to), state: { $in: ['queued' as const, 'going' as const] } };
      await untilDurable(() =>
        recipients.updateMany(filter, { $set: { state: 'skipped', reason }, $unset: SETTLED }),
      );
    },

    async readLater(key) {
      await update({ _id: new mongo.Binary(key), state: 'waiting' }, { $set: { state: 'read' } });
    },

    known: (keys) =>
      untilDurable(async () => {
        const _id = { $in: keys.map((key) => new mongo.Binary(key)) };
        const found = await recipients.find({ _id }, { projection: { _id: 1 } }).toArray();
        return new Set(found.map((one) => one._id.toString('hex')));
      }),

    async erase(keys) {
      const _id = { $in: keys.map((key) => new mongo.Binary(key)) };
      const gone = { $set: { state: 'skipped' as const, reason: 'erased' }, $unset: SETTLED };
      await untilDurable(async () => {
        await recipients.updateMany({ _id, state: { $in: ['queued', 'going'] } }, gone);
        await recipients.updateMany({ _id }, { $unset: { member: '', reach: '', talk: '' } });
      });
    },

    drop: async ({ from, to }) =>
      (await untilDurable(() => recipients.deleteMany(within(from, to)))).deletedCount,
  };
}

/** Who it was is of no use any more. */
const SETTLED = { member: '', reach: '', live: '' } as const;

const within = (from: Buffer, to: Buffer) => ({
  _id: { $gt: new mongo.Binary(from), $lte: new mongo.Binary(to) },
});

/** The first turn is not written: a million documents are smaller by it. */
const turnIs = (turn: number): mongo.Filter<RecipientDoc> =>
  turn === 0 ? { turn: { $exists: false } } : { turn };

function docOf(ids: RecipientIds, { id, reach, lang, channel, region }: Member): RecipientDoc {
  return {
    _id: new mongo.Binary(ids.of(id)),
    ...{ state: 'queued', lang, channel },
    ...(region !== undefined && { region }),
    member: new mongo.Binary(id),
    reach: new mongo.Binary(reach),
  };
}

function read({ _id, state, member, reach, lang, channel, region, turn = 0 }: RecipientDoc): Recipient {
  return {
    key: Buffer.from(_id.value()),
    id: Buffer.from(member?.value() ?? []),
    reach: Buffer.from(reach?.value() ?? []),
    ...{ state, lang, channel, turn },
    ...(region !== undefined && { region }),
  };
}

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

/** Those that are there already were planned before a crash. */
async function insertNew(
  recipients: mongo.Collection<RecipientDoc>,
  docs: readonly RecipientDoc[],
): Promise<void> {
  try {
    await recipients.insertMany(docs, { ordered: false });
  } catch (cause) {
    if (!(cause instanceof mongo.MongoBulkWriteError) || !isOnlyKnown(cause)) throw cause;
  }
}

const isOnlyKnown = (cause: mongo.MongoBulkWriteError): boolean =>
  cause.result.getWriteConcernError() === undefined &&
  [cause.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY);
