import type { mongo } from 'mongoose';
import type { StoredAnswer } from './answer.ts';
import { ANSWERS } from './collections.ts';
import type { RegionTally } from './results/regional.ts';

/**
 * Counts every value of every closed question by the region its person named in the same survey: a pass over the answers
 * of the survey, nothing of which leaves the database but sums.
 * @param place the question that asks for it
 */
export async function talliesByRegion(db: mongo.Db, survey: string, place: string): Promise<RegionTally[]> {
  const region = {
    $cond: [
      { $and: [{ $eq: ['$question', place] }, { $eq: ['$type', 'place'] }] },
      { $arrayElemAt: [{ $split: ['$value', '/'] }, 0] },
      null,
    ],
  };
  const answer = { question: '$question', type: '$type', value: '$value', hash: '$hash' };
  const rows = db
    .collection<StoredAnswer>(ANSWERS)
    .aggregate<{ _id: Omit<RegionTally, 'count'>; count: number }>([
      { $match: { survey, value: { $exists: true } } },
      { $group: { _id: '$respondent', region: { $max: region }, answers: { $push: answer } } },
      { $unwind: '$answers' },
      {
        $group: {
          _id: {
            ...{ question: '$answers.question', type: '$answers.type', value: '$answers.value' },
            ...{ hash: '$answers.hash', region: { $ifNull: ['$region', null] } },
          },
          count: { $sum: 1 },
        },
      },
    ]);
  return (await rows.toArray()).map(({ _id, count }) => ({ ..._id, count }));
}
