import type { mongo } from 'mongoose';
import type { AskType } from '../../engine/types.ts';
import type { StoredAnswer } from './answer.ts';
import { ANSWERS, ENDINGS } from './collections.ts';
import type { StoredEnding } from './endings-store.ts';

/** How many persons gave this value. `value` is `null` for open text, which is only counted. */
export interface Tally {
  question: string;
  type: AskType;
  value: string | number | boolean | null;
  count: number;
  /** Of the version that was answered. */
  hash?: string;
}

export interface Participation {
  /** Persons who answered at least one question or reached an end. */
  started: number;
  /** Persons who reached the end at least once. */
  complete: number;
  /** Of the last answer or ending, `YYYY-MM-DD`. */
  lastDay: string | null;
}

/** An open answer as it is stored. */
export type SealedText = Pick<StoredAnswer, '_id' | 'day' | 'lang'> & { sealed: Uint8Array };

/** Counts every value of every question, by version. Reads the index `by_version` alone, never the documents. */
export async function tallies(db: mongo.Db, survey: string): Promise<Tally[]> {
  const rows = db.collection<StoredAnswer>(ANSWERS).aggregate<{ _id: Omit<Tally, 'count'>; count: number }>(
    [
      { $match: { survey } },
      {
        $group: {
          _id: { question: '$question', type: '$type', value: { $ifNull: ['$value', null] }, hash: '$hash' },
          count: { $sum: 1 },
        },
      },
    ],
    { hint: 'by_version' },
  );
  return (await rows.toArray()).map(({ _id, count }) => ({ ..._id, count }));
}

/** Counts persons, each once over all channels. */
export async function participation(db: mongo.Db, survey: string): Promise<Participation> {
  const persons = db.collection<StoredAnswer>(ANSWERS).aggregate<{ started: number; lastDay: string }>([
    { $match: { survey } },
    { $project: { _id: 0, respondent: 1, day: 1 } },
    {
      $unionWith: {
        coll: ENDINGS,
        pipeline: [{ $match: { survey } }, { $project: { _id: 0, respondent: '$_id', day: 1 } }],
      },
    },
    { $group: { _id: '$respondent', day: { $max: '$day' } } },
    { $group: { _id: null, started: { $sum: 1 }, lastDay: { $max: '$day' } } },
  ]);
  const [[counted], complete] = await Promise.all([
    persons.toArray(),
    db.collection<StoredEnding>(ENDINGS).countDocuments({ survey, complete: true }),
  ]);
  return { started: counted?.started ?? 0, complete, lastDay: counted?.lastDay ?? null };
}

/** The day of the first answer that is kept, `YYYY-MM-DD`; `null` where there is none. */
export async function firstDay(db: mongo.Db, survey: string): Promise<string | null> {
  const [first] = await db
    .collection<StoredAnswer>(ANSWERS)
    .aggregate<{ day: string }>([{ $match: { survey } }, { $group: { _id: null, day: { $min: '$day' } } }])
    .toArray();
  return first?.day ?? null;
}

/** Persons who gave an answer on a phone that several people use. */
export async function onSharedPhones(db: mongo.Db, survey: string): Promise<number> {
  const [counted] = await db
    .collection<StoredAnswer>(ANSWERS)
    .aggregate<{ n: number }>([
      { $match: { survey, shared: true } },
      { $group: { _id: '$respondent' } },
      { $count: 'n' },
    ])
    .toArray();
  return counted?.n ?? 0;
}

/** One page of answers that are sealed, the newest day first. */
export async function sealedTexts(
  db: mongo.Db,
  { survey, question, type }: { survey: string; question: string; type: AskType },
  { skip, limit }: { skip: number; limit: number },
): Promise<SealedText[]> {
  const rows = db
    .collection<StoredAnswer>(ANSWERS)
    .find({ survey, question, type })
    .sort({ day: -1, _id: 1 })
    .skip(skip)
    .limit(limit)
    .project<{ _id: mongo.Binary; sealed: mongo.Binary; day: string; lang: string }>({
      sealed: 1,
      day: 1,
      lang: 1,
    });
  return (await rows.toArray()).map(({ _id, sealed, day, lang }) => ({
    _id: Buffer.from(_id.value()),
    sealed: sealed.value(),
    day,
    lang,
  }));
}
