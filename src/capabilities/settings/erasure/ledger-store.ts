import type { mongo } from 'mongoose';
import { readWithin, untilDurable } from '../../../store/durable.ts';
import { ERASURES } from '../collections.ts';
import type { ErasureReason } from './reasons.ts';

export type Database = mongo.Db;

/** An erasure by staff, as the page shows it. */
export interface StaffErasure {
  day: string;
  /** Account id. */
  by: string;
  reason: ErasureReason;
}

/** Who was erased, by the random id they had: nothing else of them is known any more. */
interface StoredErasure extends Partial<Omit<StaffErasure, 'day'>> {
  _id: string;
  day: string;
  /** Milliseconds since 1970. */
  at: number;
  /** They asked for it themselves, or staff did it. */
  how: 'person' | 'staff';
}

export interface Ledger {
  /** They erased themselves; an erasure that is told already keeps what is told of it. Safe to repeat. */
  note(person: string, at: number): Promise<void>;
  /** Staff are about to erase them: written first, so that nothing is erased that the ledger does not know. */
  noteStaff(person: string, erasure: StaffErasure, at: number): Promise<void>;
  /** By staff, the newest first. */
  byStaff(limit: number): Promise<StaffErasure[]>;
  /** How many erased themselves since a day. */
  byThemselves(since: string): Promise<number>;
}

const PATIENCE_MS = 3_000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** The ledger of erasures (T4). A restored backup is held against it. */
export function ledgerStore(db: mongo.Db, dayOf: (ms: number) => string): Ledger {
  const erasures = db.collection<StoredErasure>(ERASURES);
  return {
    async note(person, at) {
      const fresh = { day: dayOf(at), at, how: 'person' } as const;
      await untilDurable(() =>
        erasures.updateOne({ _id: person }, { $setOnInsert: fresh }, { upsert: true, ...DURABLE }),
      );
    },
    async noteStaff(person, { day, by, reason }, at) {
      const told = { day, at, by, reason, how: 'staff' } as const;
      await untilDurable(() =>
        erasures.updateOne({ _id: person }, { $set: told }, { upsert: true, ...DURABLE }),
      );
    },
    byStaff: (limit) =>
      readWithin(async () => {
        const found = await erasures.find({ how: 'staff' }, { sort: { day: -1, at: -1 }, limit }).toArray();
        return found.map(({ day, by = '', reason = 'demande' }) => ({ day, by, reason }));
      }, PATIENCE_MS),
    byThemselves: (since) =>
      readWithin(() => erasures.countDocuments({ day: { $gte: since }, how: 'person' }), PATIENCE_MS),
  };
}
