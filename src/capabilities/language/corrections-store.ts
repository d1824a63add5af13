import type { mongo } from 'mongoose';
import type { Lang } from '../../domain/language.ts';
import { isDuplicateKey, untilDurable } from '../../store/durable.ts';
import { CORRECTED } from './collections.ts';

/** A person waits in front of a form; long enough for most elections of a primary. */
const PATIENCE_MS = 3000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Steps that can be looked at and gone back to; older ones go. */
export const MAX_STEPS = 60;

/** One step of a text: what it said before and after. */
export interface Step {
  /** Random; tells this step from others, and a repetition after a lost answer. */
  token: string;
  what: 'edited' | 'approved' | 'reopened' | 'restored' | 'imported';
  before: string;
  text: string;
  state: 'reviewed' | 'draft';
  /** Account of who did it. */
  account: string;
  /** Who reviewed it, sealed at {@link reviewerPlace}. */
  by: Buffer;
  at: number;
  remark: string;
}

/** A text as staff left it. */
export interface StoredText {
  /** `lang/flow/key` */
  _id: string;
  lang: Lang;
  flow: string;
  key: string;
  text: string;
  state: 'reviewed' | 'draft';
  by: Buffer;
  remark: string;
  /** Fingerprints of the French it was written beside, and of the words it stands in for. */
  french: string;
  over: string[];
  rev: number;
  changedAt: number;
  history: Step[];
}

/** What a step writes. */
export interface Written extends Pick<StoredText, 'lang' | 'flow' | 'key' | 'french' | 'over'> {
  /** The revision the person had before their eyes; 0 where nobody had corrected it. */
  rev: number;
  step: Step;
}

export type Database = mongo.Db;

export interface CorrectionsStore {
  /** Changes with every write, whoever made it. */
  mark(): Promise<string>;
  all(): Promise<StoredText[]>;
  find(id: string): Promise<StoredText | undefined>;
  /** One atomic write under the revision. `false`: somebody else was faster. */
  write(written: Written): Promise<boolean>;
}

export const idOf = ({ lang, flow, key }: Pick<StoredText, 'lang' | 'flow' | 'key'>): string =>
  `${lang}/${flow}/${key}`;

export const reviewerPlace = (id: string): string => `language/reviewer/${id}`;

export function correctionsStore(db: Database): CorrectionsStore {
  const texts = db.collection<StoredText>(CORRECTED);
  return {
    mark: () =>
      untilDurable(async () => {
        // Revisions only grow: their sum is another after every write. Some hundred small documents.
        const [sum] = await texts
          .aggregate<{ revs: number; texts: number }>([
            { $group: { _id: null, revs: { $sum: '$rev' }, texts: { $sum: 1 } } },
          ])
          .toArray();
        return sum === undefined ? '' : `${sum.texts} ${sum.revs}`;
      }, PATIENCE_MS),

    all: () => untilDurable(async () => (await texts.find().toArray()).map(read), PATIENCE_MS),

    find: (id) =>
      untilDurable(async () => {
        const found = await texts.findOne({ _id: id });
        return found === null ? undefined : read(found);
      }, PATIENCE_MS),

    write: ({ lang, flow, key, french, over, rev, step }) =>
      untilDurable(async (again) => {
        const _id = idOf({ lang, flow, key });
        const { text, state, by, remark, at: changedAt } = step;
        const now = { text, state, by, remark, french, over, changedAt };
        try {
          if (rev === 0) {
            await texts.insertOne({ _id, lang, flow, key, ...now, rev: 1, history: [step] }, DURABLE);
            return true;
          }
          const { matchedCount } = await texts.updateOne(
            { _id, rev },
            { $set: now, $inc: { rev: 1 }, $push: { history: { $each: [step], $slice: -MAX_STEPS } } },
            DURABLE,
          );
          if (matchedCount === 1) return true;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
        }
        // After a lost answer the one that is there may be ours.
        return again && (await texts.countDocuments({ _id, 'history.token': step.token })) > 0;
      }, PATIENCE_MS),
  };
}

/** The driver hands bytes out in a class of its own. */
const read = (stored: StoredText): StoredText => ({
  ...stored,
  by: bytesOf(stored.by),
  history: stored.history.map((step) => ({ ...step, by: bytesOf(step.by) })),
});

const bytesOf = (stored: Buffer | mongo.Binary): Buffer =>
  Buffer.isBuffer(stored) ? stored : Buffer.from(stored.buffer);
