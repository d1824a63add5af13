import { mongo } from 'mongoose';
import type { Fingerprint } from '../../conversation/ports.ts';
import { untilDurable } from '../../store/durable.ts';
import type { StoredAnswer } from './answer.ts';
import { ANSWERS, ENDINGS } from './collections.ts';
import type { StoredEnding } from './endings-store.ts';
import { respondentKey } from './respondent.ts';

/** What is kept of a person, as counts only: someone else may read along on the phone (T4). */
export interface Kept {
  answers: number;
  surveys: number;
}

/** Counts a person's answers over all surveys that have any, those whose flow is gone included. */
export async function keptOf(db: mongo.Db, fingerprint: Fingerprint, person: string): Promise<Kept> {
  const keys = await respondentKeys(db, fingerprint, person);
  if (keys.length === 0) return { answers: 0, surveys: 0 };
  const counts = await Promise.all(
    keys.map((key) => db.collection<StoredAnswer>(ANSWERS).countDocuments(key, { hint: 'by_respondent' })),
  );
  return { answers: counts.reduce((sum, n) => sum + n, 0), surveys: counts.filter((n) => n > 0).length };
}

/** Deletes every answer and ending of a person; returns how many documents went. Safe to repeat. */
export async function eraseOf(db: mongo.Db, fingerprint: Fingerprint, person: string): Promise<number> {
  const keys = await respondentKeys(db, fingerprint, person);
  if (keys.length === 0) return 0;
  const answers = await untilDurable(() =>
    db.collection<StoredAnswer>(ANSWERS).deleteMany({ $or: keys }, DURABLE),
  );
  // One equality each: `$in` on the key of a clustered collection scans all of it (MongoDB 6.0).
  const endings = keys.map(({ respondent }) => ({ deleteOne: { filter: { _id: respondent } } }));
  const ended = await untilDurable(() => db.collection<StoredEnding>(ENDINGS).bulkWrite(endings, DURABLE));
  return answers.deletedCount + ended.deletedCount;
}

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

async function respondentKeys(
  db: mongo.Db,
  fingerprint: Fingerprint,
  person: string,
): Promise<{ survey: string; respondent: Buffer }[]> {
  return (await surveysOf(db)).map((survey) => ({
    survey,
    respondent: respondentKey(fingerprint, person, survey),
  }));
}

/** Every survey that has an answer or an ending, those whose flow is gone included. */
export async function surveysOf(db: mongo.Db): Promise<string[]> {
  const surveys = await untilDurable(() =>
    Promise.all([
      db.collection<StoredAnswer>(ANSWERS).distinct('survey'),
      db.collection<StoredEnding>(ENDINGS).distinct('survey'),
    ]),
  );
  return [...new Set(surveys.flat())];
}

/** The driver hands out its own kind of bytes. */
export const bytes = (held: Uint8Array | mongo.Binary): Buffer =>
  Buffer.from(held instanceof mongo.Binary ? held.value() : held);
