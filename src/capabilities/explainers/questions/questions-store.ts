import { mongo } from 'mongoose';
import { daysAfter } from '../../../domain/clock.ts';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { AFTER_ANSWER_DAYS, MOST_DAYS, QUESTIONS } from '../collections.ts';
import type { Database } from '../offices/offices-store.ts';
import type { KeptQuestion } from './question.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits in front of a page. */
const PATIENCE_MS = 3000;

export interface Waiting {
  org: string;
  office?: string | undefined;
  state: KeptQuestion['state'];
}

export interface QuestionsStore {
  /** One that is there stays as it is. */
  add(question: KeptQuestion): Promise<void>;
  find(id: string, org?: string): Promise<KeptQuestion | undefined>;
  /** Those that wait: the oldest first; answered ones: the newest first. */
  list(of: Waiting, window: { skip: number; limit: number }): Promise<KeptQuestion[]>;
  count(of: Waiting & { before?: string }): Promise<number>;
  /** How many of a person wait, or are kept at all. */
  ofPerson(who: Buffer, state?: KeptQuestion['state']): Promise<KeptQuestion[]>;
  /** `false`: somebody answered it already, its person is another now, or it is gone. */
  answer(question: KeptQuestion, answer: Buffer, day: string): Promise<boolean>;
  /** Brings it to another office; `false`: as {@link answer}, or it was passed on already. */
  pass(question: KeptQuestion, to: Pick<KeptQuestion, 'office' | 'since'>, trail: Buffer): Promise<boolean>;
  told(id: string, how: NonNullable<KeptQuestion['told']>): Promise<void>;
  /** Whose it is from now on; `false`: it was handed on or answered meanwhile, or it is gone. */
  hand(
    question: KeptQuestion,
    to: Pick<KeptQuestion, 'who' | 'reach' | 'words' | 'answer' | 'trail'>,
  ): Promise<boolean>;
  erase(who: Buffer): Promise<number>;
}

type Unlike = 'id' | 'who' | 'reach' | 'words' | 'answer' | 'trail' | 'passes' | 'since';
type Doc = Omit<KeptQuestion, Unlike> & {
  _id: mongo.Binary;
  who: mongo.Binary;
  reach: mongo.Binary;
  words: mongo.Binary;
  answer: mongo.Binary | null;
  /** The three are absent from before questions could be passed on. */
  trail?: mongo.Binary | null;
  passes?: number | null;
  since?: string | null;
  /** What its retention counts from. */
  keptFrom: string;
};

/** Questions that were passed to an office, in MongoDB. */
export function questionsStore(db: Database): QuestionsStore {
  const questions = db.collection<Doc>(QUESTIONS);
  const found = (filter: mongo.Filter<Doc>, options: mongo.FindOptions = {}): Promise<KeptQuestion[]> =>
    untilDurable(async () => (await questions.find(filter, options).toArray()).map(read), PATIENCE_MS);
  const changed = async (seen: mongo.Filter<Doc>, set: mongo.MatchKeysAndValues<Doc>): Promise<boolean> =>
    (await untilDurable(() => questions.updateOne(seen, { $set: set }, DURABLE))).matchedCount === 1;
  return {
    async add(question) {
      await untilDurable(() =>
        questions.insertOne(docOf(question), DURABLE).catch((cause: unknown) => {
          if (!isDuplicateKey(cause)) throw cause;
        }),
      );
    },
    async find(id, org) {
      if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
      return (await found({ _id: binaryOf(id), ...(org === undefined ? {} : { org }) }))[0];
    },
    list: (of, { skip, limit }) => {
      const sort: mongo.Sort = of.state === 'waiting' ? { day: 1, _id: 1 } : { answeredDay: -1, _id: 1 };
      return found(filterOf(of), { sort, skip, limit });
    },
    count: ({ before, ...of }) =>
      untilDurable(
        () =>
          questions.countDocuments({
            ...filterOf(of),
            ...(before === undefined
              ? {}
              : { $or: [{ since: { $lt: before } }, { since: null, day: { $lt: before } }] }),
          }),
        PATIENCE_MS,
      ),
    ofPerson: (who, state) =>
      found({ who: new mongo.Binary(who), ...(state === undefined ? {} : { state }) }),
    async answer(question, answer, day) {
      const set = {
        ...{ state: 'answered' as const, answer: new mongo.Binary(answer) },
        ...{ answeredDay: day, keptFrom: day },
      };
      return changed(asSeen(question), set);
    },
    pass: ({ office, passes, ...question }, to, trail) =>
      changed(
        { ...asSeen(question), office, passes: so(passes) },
        { ...to, passes: passes + 1, trail: new mongo.Binary(trail) },
      ),
    async told(id, how) {
      await untilDurable(() => questions.updateOne({ _id: binaryOf(id) }, { $set: { told: how } }, DURABLE));
    },
    async hand({ id, who, state, passes }, to) {
      const set = {
        ...{ who: new mongo.Binary(to.who), reach: new mongo.Binary(to.reach) },
        words: new mongo.Binary(to.words),
        ...{ answer: binaryOrNull(to.answer), trail: binaryOrNull(to.trail) },
      };
      // What was answered or passed on meanwhile is not in what was sealed anew.
      return changed({ _id: binaryOf(id), who: new mongo.Binary(who), state, passes: so(passes) }, set);
    },
    async erase(who) {
      const whose = { who: new mongo.Binary(who) };
      return (await untilDurable(() => questions.deleteMany(whose, DURABLE))).deletedCount;
    },
  };
}

const filterOf = ({ org, office, state }: Waiting): mongo.Filter<Doc> => ({
  ...{ org, state },
  ...(office === undefined ? {} : { office }),
});

/** Sealed for this person: whoever they became meanwhile could not open it. */
const asSeen = ({ id, org, who }: Pick<KeptQuestion, 'id' | 'org' | 'who'>): mongo.Filter<Doc> => ({
  ...{ _id: binaryOf(id), org, who: new mongo.Binary(who), state: 'waiting' },
});

/** None says nothing in what is older. */
const so = (passes: number): mongo.Condition<number | null> => (passes === 0 ? { $in: [0, null] } : passes);

const binaryOf = (id: string): mongo.Binary => new mongo.Binary(Buffer.from(id, 'hex'));
const bytes = (held: mongo.Binary): Buffer => Buffer.from(held.value());
const binaryOrNull = (of: Buffer | null): mongo.Binary | null => (of === null ? null : new mongo.Binary(of));

/** The days of its retention are counted so that one that waits goes at the latest {@link MOST_DAYS} after it was asked. */
const docOf = ({ id, who, reach, words, answer, trail, ...question }: KeptQuestion): Doc => ({
  ...question,
  ...{ _id: binaryOf(id), who: new mongo.Binary(who), reach: new mongo.Binary(reach) },
  ...{ words: new mongo.Binary(words), answer: binaryOrNull(answer), trail: binaryOrNull(trail) },
  keptFrom: daysAfter(question.day, MOST_DAYS - AFTER_ANSWER_DAYS),
});

function read({ _id, who, reach, words, answer, trail, ...question }: Doc): KeptQuestion {
  return {
    ...question,
    ...{ id: bytes(_id).toString('hex'), who: bytes(who), reach: bytes(reach), words: bytes(words) },
    answer: answer === null ? null : bytes(answer),
    trail: trail == null ? null : bytes(trail),
    passes: question.passes ?? 0,
    since: question.since ?? question.day,
  };
}
