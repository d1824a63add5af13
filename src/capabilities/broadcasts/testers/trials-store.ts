import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { BEFORE, type RecipientState, UNDER_WAY } from '../plan/recipient.ts';
import { TRIALS } from './collections.ts';
import { MOST_TRIALS, type Trial, type Try } from './trial.ts';

export type Database = mongo.Db;

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A page waits. */
const PATIENCE_MS = 3000;

interface TryDoc extends Omit<Try, 'talk'> {
  talk: mongo.Binary;
}
interface TrialDoc extends Omit<Trial, 'id' | 'tries'> {
  _id: string;
  tries: TryDoc[];
}

/** One language of one test in one talk. */
export type OneTry = Pick<Try, 'lang' | 'talk'> & { trial: string };

/** Every write is durable and may be repeated. */
export interface TrialsStore {
  /** `false`: there is one of this id, which stays as it is. */
  insert(trial: Trial): Promise<boolean>;
  find(id: string): Promise<Trial | undefined>;
  /** The newest first. */
  of(broadcast: string): Promise<Trial[]>;
  countOn(org: string, day: string): Promise<number>;
  /** Moves one forward; never back. */
  became(one: OneTry, state: RecipientState, reason?: string): Promise<boolean>;
  /** From here on a crash leaves it in doubt. `false`: it must not leave. */
  leaving(one: OneTry, since: number): Promise<boolean>;
  /** A process died that had it in hand: what had not left never will, what had is in doubt. */
  interrupted(one: OneTry): Promise<void>;
}

export function trialsStore(db: Database): TrialsStore {
  const trials = db.collection<TrialDoc>(TRIALS);
  const move = (
    { trial, lang, talk }: OneTry,
    from: readonly RecipientState[],
    state: RecipientState,
    reason?: string,
  ): Promise<boolean> =>
    untilDurable(async () => {
      const one = { lang, talk: new mongo.Binary(talk), state: { $in: [...from] } };
      const at = Object.fromEntries(Object.entries(one).map(([key, value]) => [`one.${key}`, value]));
      const set = {
        'tries.$[one].state': state,
        ...(reason !== undefined && { 'tries.$[one].reason': reason }),
      };
      const { modifiedCount } = await trials.updateOne(
        { _id: trial, tries: { $elemMatch: one } },
        { $set: set },
        { ...DURABLE, arrayFilters: [at] },
      );
      return modifiedCount === 1;
    });
  return {
    insert: ({ id, tries, ...trial }) =>
      untilDurable(async (again) => {
        const kept = tries.map((one) => ({ ...one, talk: new mongo.Binary(one.talk) }));
        try {
          await trials.insertOne({ _id: id, ...trial, tries: kept }, DURABLE);
          return true;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
          return again;
        }
      }, PATIENCE_MS),
    find: (id) =>
      untilDurable(async () => {
        const found = await trials.findOne({ _id: id });
        return found === null ? undefined : read(found);
      }),
    of: (broadcast) =>
      untilDurable(async () => {
        const found = trials.find({ broadcast: { $eq: broadcast } }).sort({ at: -1, _id: -1 });
        return (await found.limit(MOST_TRIALS).toArray()).map(read);
      }, PATIENCE_MS),
    countOn: (org, day) => untilDurable(() => trials.countDocuments({ org, day }), PATIENCE_MS),
    became: (one, state, reason) => move(one, BEFORE[state], state, reason),
    async interrupted(one) {
      if (await move(one, ['going'], 'failed', 'crash')) return;
      await move(one, ['leaving'], 'unknown', 'crash');
    },
    async leaving(one, since) {
      const found = await untilDurable(() => trials.findOne({ _id: one.trial, at: { $gt: since } }));
      if (found === null) return false;
      if (await move(one, ['going'], 'leaving')) return true;
      // Tried again after a refusal, or what follows the first message of several.
      const mine = read(found).tries.find(({ lang, talk }) => lang === one.lang && talk.equals(one.talk));
      return UNDER_WAY.some((state) => state === mine?.state);
    },
  };
}

const read = ({ _id, tries, ...trial }: TrialDoc): Trial => ({
  ...{ id: _id, ...trial },
  tries: tries.map(({ talk, ...one }) => ({ ...one, talk: Buffer.from(talk.value()) })),
});
