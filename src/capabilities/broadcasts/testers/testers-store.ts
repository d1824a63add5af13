import { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { TESTER_CODES, TESTERS } from './collections.ts';
import { MOST_TESTERS, type Tester } from './tester.ts';

export type Database = mongo.Db;

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A page waits. */
const PATIENCE_MS = 3000;

interface TesterDoc {
  _id: string;
  org: string;
  who: mongo.Binary;
  channel: string;
  reach: mongo.Binary;
  day: string;
}

interface CodeDoc {
  _id: string;
  org: string;
  code: mongo.Binary;
  /** Milliseconds since 1970. */
  until: number;
  /** The claim that used it. */
  claim?: mongo.Binary;
}

/** Who receives tests where, and the codes by which they say so. Every write is durable and may be repeated. */
export interface TestersStore {
  /** A new code takes the place of the account's former one. */
  putCode(of: { account: string; org: string; code: Buffer; until: number }): Promise<void>;
  /** Uses a code, once; `undefined`: there is none such, another claim was first, or its time is over. */
  claim(code: Buffer, claim: Buffer, now: number): Promise<{ account: string; org: string } | undefined>;
  /** The account's phone from now on. */
  put(tester: Tester, who: Buffer): Promise<void>;
  /** Those of one organisation, the first to agree first; at most so many as may be. */
  of(org: string): Promise<Tester[]>;
  find(account: string): Promise<Tester | undefined>;
  remove(account: string): Promise<void>;
  /** 1 when tests reach this person. */
  kept(who: Buffer): Promise<number>;
  /** For erasure; how many documents went. */
  erase(who: Buffer): Promise<number>;
  /** Two people are one: erasure finds it under the one there is. */
  unite(from: Buffer, to: Buffer): Promise<void>;
}

export function testersStore(db: Database): TestersStore {
  const testers = db.collection<TesterDoc>(TESTERS);
  const codes = db.collection<CodeDoc>(TESTER_CODES);
  return {
    async putCode({ account, code, ...more }) {
      const fresh = { ...more, code: new mongo.Binary(code) };
      await untilDurable(
        () => codes.replaceOne({ _id: account }, fresh, { upsert: true, ...DURABLE }),
        PATIENCE_MS,
      );
    },
    claim: (code, claim, now) =>
      untilDurable(async () => {
        const usable = {
          ...{ code: new mongo.Binary(code), until: { $gt: now } },
          $or: [{ claim: { $exists: false } }, { claim: new mongo.Binary(claim) }],
        };
        const used = { $set: { claim: new mongo.Binary(claim) } };
        const found = await codes.findOneAndUpdate(usable, used, DURABLE);
        return found === null ? undefined : { account: found._id, org: found.org };
      }),
    async put({ account, reach, ...tester }, who) {
      const fresh = { ...tester, who: new mongo.Binary(who), reach: new mongo.Binary(reach) };
      await untilDurable(() => testers.replaceOne({ _id: account }, fresh, { upsert: true, ...DURABLE }));
    },
    of: (org) =>
      untilDurable(async () => {
        const found = testers.find({ org }).sort({ day: 1, _id: 1 }).limit(MOST_TESTERS);
        return (await found.toArray()).map(read);
      }, PATIENCE_MS),
    find: (account) =>
      untilDurable(async () => {
        const found = await testers.findOne({ _id: account });
        return found === null ? undefined : read(found);
      }, PATIENCE_MS),
    async remove(account) {
      await untilDurable(() => testers.deleteOne({ _id: account }, DURABLE), PATIENCE_MS);
    },
    kept: (who) =>
      untilDurable(() => testers.countDocuments({ who: new mongo.Binary(who) }, { limit: 1 }), PATIENCE_MS),
    erase: (who) =>
      untilDurable(
        async () => (await testers.deleteMany({ who: new mongo.Binary(who) }, DURABLE)).deletedCount,
      ),
    async unite(from, to) {
      const moved = { $set: { who: new mongo.Binary(to) } };
      await untilDurable(() => testers.updateMany({ who: new mongo.Binary(from) }, moved, DURABLE));
    },
  };
}

const read = ({ _id, org, channel, reach, day }: TesterDoc): Tester => ({
  ...{ account: _id, org, channel, day },
  reach: Buffer.from(reach.value()),
});
