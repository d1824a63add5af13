import type { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { DEMO } from '../collections.ts';
import type { DemoRecord, DemoRecords } from './record.ts';

/** The only document's id. */
const CAMPAIGN = 'campaign';

type Doc = DemoRecord & { _id: string };

export type Database = mongo.Db;

export function demoRecords(db: Database): DemoRecords {
  const demos = db.collection<Doc>(DEMO);
  const own = async (holder: string, set: Partial<DemoRecord>): Promise<boolean> => {
    const { matchedCount } = await untilDurable(() =>
      demos.updateOne({ _id: CAMPAIGN, holder: { $eq: holder } }, { $set: set }),
    );
    return matchedCount === 1;
  };
  return {
    async find() {
      return untilDurable(() => demos.findOne<DemoRecord>({ _id: CAMPAIGN }, { projection: { _id: 0 } }));
    },
    take: (seen, mine) =>
      untilDurable(async (again) => {
        if (seen !== null) {
          const as = { _id: CAMPAIGN, holder: { $eq: seen.holder }, beat: { $eq: seen.beat } };
          const { matchedCount } = await demos.replaceOne(as, mine);
          return (
            matchedCount === 1 || (again && (await demos.findOne({ _id: CAMPAIGN }))?.holder === mine.holder)
          );
        }
        try {
          await demos.insertOne({ _id: CAMPAIGN, ...mine });
          return true;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
          return again && (await demos.findOne({ _id: CAMPAIGN }))?.holder === mine.holder;
        }
      }),
    beat: (holder, how) => own(holder, how),
    settle: (holder) => own(holder, { state: 'loaded', beat: 0 }),
    async remove(holder) {
      await untilDurable(() => demos.deleteOne({ _id: CAMPAIGN, holder: { $eq: holder } }));
    },
  };
}
