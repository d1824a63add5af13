import type { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import { untilDurable } from '../../store/durable.ts';
import { type StoredAnswer, textPlace } from './answer.ts';
import { keepNewest } from './answers-store.ts';
import { ANSWERS, ENDINGS } from './collections.ts';
import { keepBest, type StoredEnding } from './endings-store.ts';
import { bytes, surveysOf } from './person-store.ts';
import { answerKey, respondentKey } from './respondent.ts';

export interface UniteDeps {
  db: mongo.Db;
  fingerprint: Fingerprint;
  sealer: Sealer;
}

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/**
 * What `from` answered is what `to` answered, as if they had been one person all along: the newest answer to each question
 * counts, the best ending of each survey. Written before it is taken away, and only what was read is taken away: what
 * comes in between waits for the next time (docs/decisions/joining.md).
 */
export async function uniteAnswers(deps: UniteDeps, from: string, to: string): Promise<void> {
  for (const survey of await surveysOf(deps.db)) await uniteSurvey(deps, survey, from, to);
}

async function uniteSurvey(deps: UniteDeps, survey: string, from: string, to: string): Promise<void> {
  const { db, fingerprint } = deps;
  const [theirs, ours] = [from, to].map((person) => respondentKey(fingerprint, person, survey));
  if (theirs === undefined || ours === undefined) return;
  const answers = db.collection<StoredAnswer>(ANSWERS);
  const given = await untilDurable(() => answers.find({ survey, respondent: theirs }).toArray());
  await keepNewest(
    db,
    given.map((answer) => asOf(deps, answer, theirs, ours)),
  );
  if (given.length > 0) {
    const read = given.map(({ _id, day, v }) => ({ deleteOne: { filter: { _id, day, v } } }));
    await untilDurable(() => answers.bulkWrite(read, { ordered: false, ...DURABLE }));
  }
  const endings = db.collection<StoredEnding>(ENDINGS);
  const ended = await untilDurable(() => endings.findOne({ _id: theirs }));
  if (ended === null) return;
  const { complete, day } = ended;
  await keepBest(db, [{ ...ended, _id: ours }]);
  await untilDurable(() => endings.deleteOne({ _id: theirs, complete, day }, DURABLE));
}

/** The answer under its new respondent: the offset that hides its revision is another one there, and its seal. */
function asOf(
  { fingerprint, sealer }: UniteDeps,
  answer: StoredAnswer,
  theirs: Buffer,
  ours: Buffer,
): StoredAnswer {
  const { survey, question, sealed } = answer;
  const before = answerKey(fingerprint, theirs, survey, question);
  const after = answerKey(fingerprint, ours, survey, question);
  const words = sealed === undefined ? undefined : sealer.open(bytes(sealed), textPlace(before.id));
  return {
    ...answer,
    ...{ _id: after.id, respondent: ours, v: answer.v - before.offset + after.offset },
    ...(words !== undefined && { sealed: sealer.seal(words, textPlace(after.id)) }),
  };
}
