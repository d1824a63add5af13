import type { mongo } from 'mongoose';
import { isDuplicateKey, readWithin, untilDurable } from '../../store/durable.ts';
import type { SharedClass } from '../wall.ts';
import { type Agreement, agreementId, type Terms } from './agreement.ts';
import { AGREEMENTS } from './collections.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits for the page. */
const PATIENCE_MS = 3000;

/** Agreements in MongoDB. Each change is one atomic update, so that of two at once one is told it came too late. */
export interface AgreementsStore {
  /** All an organisation is a side of, the one that ends last first. */
  ofOrg(org: string): Promise<Agreement[]>;
  find(terms: Terms): Promise<Agreement | undefined>;
  /** @returns `false` where there is one already that is not over */
  propose(agreement: Omit<Agreement, 'state'>, today: string): Promise<boolean>;
  /** The other side's yes, to exactly this end. @returns `false` where it is not theirs to say, or no more there */
  agree(terms: Terms & { until: string; org: string }, today: string): Promise<boolean>;
  /** Either side's no. @returns `false` where there is nothing to take back */
  end(terms: Terms & { org: string }): Promise<boolean>;
  holds(terms: Terms, today: string): Promise<boolean>;
  /** Who lets an organisation read such records. */
  ownersFor(reader: string, records: SharedClass, today: string): Promise<string[]>;
}

type Stored = Agreement & { _id: string };

export function agreementsStore(db: mongo.Db): AgreementsStore {
  const agreements = db.collection<Stored>(AGREEMENTS);
  const changed = async (filter: mongo.Filter<Stored>, to: Partial<Agreement>): Promise<boolean> => {
    const { matchedCount } = await untilDurable(
      () => agreements.updateOne(filter, { $set: to }, DURABLE),
      PATIENCE_MS,
    );
    return matchedCount === 1;
  };
  return {
    async ofOrg(org) {
      const sides = { $or: [{ owner: { $eq: org } }, { reader: { $eq: org } }] };
      const found = await readWithin(
        () => agreements.find(sides).sort({ until: -1, _id: 1 }).toArray(),
        PATIENCE_MS,
      );
      return found.map(read);
    },
    async find(terms) {
      const found = await readWithin(() => agreements.findOne({ _id: agreementId(terms) }), PATIENCE_MS);
      return found === null ? undefined : read(found);
    },
    propose: (wanted, today) =>
      untilDurable(async (again) => {
        const { owner, reader, records, until, by } = wanted;
        const fresh = { owner, reader, records, until, by, state: 'proposed' } as const;
        const over: mongo.Filter<Stored> = {
          _id: agreementId(wanted),
          $or: [{ state: 'ended' }, { until: { $lt: today } }],
        };
        try {
          await agreements.updateOne(over, { $set: fresh }, { ...DURABLE, upsert: true });
          return true;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
          // Ours, if the first try's answer was lost.
          return again && (await agreements.findOne({ _id: agreementId(wanted), ...fresh })) !== null;
        }
      }, PATIENCE_MS),
    // Their repetition after a lost answer finds nothing to do and says so; the page shows how things stand.
    agree: ({ org, until, ...terms }, today) =>
      changed(
        {
          ...{ _id: agreementId(terms), state: 'proposed', by: { $ne: org } },
          until: { $eq: until, $gte: today },
          $or: [{ owner: org }, { reader: org }],
        },
        { state: 'agreed' },
      ),
    end: ({ org, ...terms }) =>
      changed(
        { _id: agreementId(terms), state: { $ne: 'ended' }, $or: [{ owner: org }, { reader: org }] },
        { state: 'ended' },
      ),
    async holds(terms, today) {
      const inForce = { _id: agreementId(terms), state: 'agreed', until: { $gte: today } } as const;
      return (await readWithin(() => agreements.findOne(inForce), PATIENCE_MS)) !== null;
    },
    async ownersFor(reader, records, today) {
      const inForce = { reader: { $eq: reader }, records, state: 'agreed', until: { $gte: today } } as const;
      const found = await readWithin(
        () => agreements.find(inForce).sort({ owner: 1 }).toArray(),
        PATIENCE_MS,
      );
      return found.map(({ owner }) => owner);
    },
  };
}

const read = ({ owner, reader, records, until, state, by }: Stored): Agreement => ({
  ...{ owner, reader, records, until, state, by },
});
