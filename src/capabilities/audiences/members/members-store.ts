import { mongo } from 'mongoose';
import { DUPLICATE_KEY, isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { MEMBERS } from '../collections.ts';
import type { MemberChange } from './changes.ts';
import { aboutStages, isHere, isUnder, older, standingStages } from './member-stages-store.ts';
import type { KeptMember, StoredMember } from './stored-store.ts';

export type Database = mongo.Db;

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A person waits in a talk. */
const PATIENCE_MS = 3000;

export interface MembersStore {
  /** Applies changes; each may be repeated. */
  change(changes: readonly MemberChange[]): Promise<void>;
  find(id: Buffer): Promise<KeptMember | null>;
  /** Writes it in the place of what was read there; `false`: that has changed meanwhile. */
  replace(id: Buffer, before: KeptMember | null, after: KeptMember): Promise<boolean>;
  /** Takes away what was read there, unless it has changed meanwhile. */
  remove(id: Buffer, before: KeptMember): Promise<void>;
  /** 1 when anything is kept that this person said of themselves. */
  kept(id: Buffer): Promise<number>;
  erase(id: Buffer): Promise<number>;
}

export function membersStore(db: Database): MembersStore {
  const members = db.collection<StoredMember>(MEMBERS);
  return {
    async change(changes) {
      await untilDurable(() => writeAll(members, changes.flatMap(standingOf)));
      const about = changes.flatMap(aboutOf);
      // In the order of their turns: the last word holds.
      if (about.length > 0) await untilDurable(() => members.bulkWrite(about, { ordered: true, ...DURABLE }));
    },

    find: (id) =>
      untilDurable(
        () => members.findOne<KeptMember>({ _id: binary(id) }, { projection: { _id: 0 } }),
        PATIENCE_MS,
      ),

    replace: (id, before, after) =>
      untilDurable(async () => {
        const filter = before === null ? { _id: binary(id), day: NO_DAY } : unchanged(id, before);
        try {
          const options = { upsert: before === null, ...DURABLE };
          const { matchedCount, upsertedCount } = await members.replaceOne(filter, after, options);
          return matchedCount + upsertedCount > 0;
        } catch (cause) {
          if (isDuplicateKey(cause)) return false;
          throw cause;
        }
      }),

    async remove(id, before) {
      await untilDurable(() => members.deleteOne(unchanged(id, before), DURABLE));
    },

    kept: (id) => untilDurable(() => members.countDocuments({ _id: binary(id), told: true }), PATIENCE_MS),

    erase: (id) =>
      untilDurable(async () => (await members.deleteOne({ _id: binary(id) }, DURABLE)).deletedCount),
  };
}

/** No member has it: where nothing was read, nothing is matched. */
const NO_DAY = '';

const unchanged = (id: Buffer, { day, talk, rev }: KeptMember): mongo.Filter<StoredMember> => ({
  ...{ _id: binary(id), day, talk, rev },
});

/** The second look meets a document another process has made in between; after it, a duplicate key means a newer one. */
async function writeAll(
  members: mongo.Collection<StoredMember>,
  writes: readonly mongo.AnyBulkWriteOperation<StoredMember>[],
): Promise<void> {
  let left = [...writes];
  for (let look = 0; look < 2 && left.length > 0; look += 1) {
    try {
      await members.bulkWrite(left, { ordered: false, ...DURABLE });
      return;
    } catch (cause) {
      if (!(cause instanceof mongo.MongoBulkWriteError)) throw cause;
      const failed = [cause.writeErrors].flat();
      if (failed.some(({ code }) => code !== DUPLICATE_KEY)) throw cause;
      left = failed.flatMap(({ index }) => left[index] ?? []);
    }
  }
}

/** Of who has not agreed nothing is made; who is known and takes it back is not written to. */
function standingOf(change: MemberChange): mongo.AnyBulkWriteOperation<StoredMember>[] {
  const { standing } = change;
  if (standing === undefined) return [];
  return [
    {
      updateOne: {
        filter: { _id: binary(change.id), ...older(change) },
        update: standingStages(change, standing),
        upsert: isHere(standing) && standing.agreed,
      },
    },
  ];
}

function aboutOf(change: MemberChange): mongo.AnyBulkWriteOperation<StoredMember>[] {
  return aboutStages(change).map(({ consented, stage }) => ({
    updateOne: {
      filter: { _id: binary(change.id), ...(consented ? isUnder : {}) },
      update: [stage],
    },
  }));
}

const binary = (bytes: Uint8Array): mongo.Binary => new mongo.Binary(bytes);
