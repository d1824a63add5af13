import { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { OUTCOMES } from '../collections.ts';
import type { Database } from '../offices/offices-store.ts';
import type { Outcome } from './figures.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
const PATIENCE_MS = 3000;

/** What became of questions, without anybody’s words, for the public figures. */
export interface OutcomesStore {
  /** Repeating it changes nothing. */
  asked(id: Buffer, outcome: Omit<Outcome, 'answered' | 'passed'>): Promise<void>;
  answered(id: Buffer, day: string): Promise<void>;
  /** Another office has it from then on. */
  passed(id: Buffer, day: string): Promise<void>;
  /** Asked on this day or later. */
  since(day: string): Promise<Outcome[]>;
  erase(ids: readonly Buffer[]): Promise<void>;
}

type Doc = Outcome & { _id: mongo.Binary };

export function outcomesStore(db: Database): OutcomesStore {
  const outcomes = db.collection<Doc>(OUTCOMES);
  const set = async (
    id: Buffer,
    became: Pick<Outcome, 'passed'> | Pick<Outcome, 'answered'>,
  ): Promise<void> => {
    await untilDurable(() => outcomes.updateOne({ _id: new mongo.Binary(id) }, { $set: became }, DURABLE));
  };
  return {
    async asked(id, outcome) {
      await untilDurable(() =>
        outcomes.updateOne(
          { _id: new mongo.Binary(id) },
          { $setOnInsert: { ...outcome, answered: null } },
          { ...DURABLE, upsert: true },
        ),
      );
    },
    answered: (id, day) => set(id, { answered: day }),
    passed: (id, day) => set(id, { passed: day }),
    since: (day) =>
      untilDurable(
        () => outcomes.find({ day: { $gte: day } }, { projection: { _id: 0 } }).toArray(),
        PATIENCE_MS,
      ),
    async erase(ids) {
      // One equality each: `$in` on the key of a clustered collection scans all of it (MongoDB 6.0).
      for (const id of ids)
        await untilDurable(() => outcomes.deleteOne({ _id: new mongo.Binary(id) }, DURABLE));
    },
  };
}
