import { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { isDuplicateKey, readWithin, untilDurable } from '../../../store/durable.ts';
import { Group } from '../../../store/group.ts';
import { PROOFS } from '../collections.ts';
import type { Contact } from '../reading/contact.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
const PATIENCE_MS = 3000;
const ID_BYTES = 16;
/** Taken away at once. */
const PAGE = 200;

/** That somebody agreed to be written to: sealed, under keyed hashes of their conversation and person. */
export interface ProofsStore {
  /** Before they are brought, so that nobody is there without. `false`: another import brings them. Safe to repeat. */
  put(conversation: string, by: string, proof: Contact['proof']): Promise<boolean>;
  /** They came by it: whose it is. */
  keep(conversation: string, person: string): Promise<void>;
  /** They did not come by it. */
  drop(conversation: string): Promise<void>;
  /** When an import that was undone took them away. */
  undoneAt(conversation: string): Promise<number | undefined>;
  /** How many came by an import and are there. */
  count(by: string): Promise<number>;
  /** Conversations of those who came by it and were not looked at, to be taken away. */
  toUndo(by: string): Promise<string[]>;
  /** Taken away then, or, as they have written (`null`), theirs to stay. */
  undone(conversation: string, by: string, at: number | null): Promise<void>;
  kept(person: string): Promise<Contact['proof'][]>;
  erase(person: string): Promise<number>;
  unite(from: string, to: string): Promise<void>;
}

interface Stored {
  _id: mongo.Binary;
  import: string;
  /** `stays`: they have written, so that no undoing concerns them. `undone`: nobody is there by it any more. */
  state: 'coming' | 'there' | 'stays' | 'undone';
  person?: mongo.Binary;
  /** When they were taken away by an undoing, until they are there again. */
  at?: number;
  /** The proof, and the conversation that an undoing needs. */
  sealed?: mongo.Binary;
}

export type Database = mongo.Db;

export function proofsStore(
  db: Database,
  { fingerprint, sealer }: { fingerprint: Fingerprint; sealer: Sealer },
): ProofsStore {
  const proofs = db.collection<Stored>(PROOFS);
  const idOf = (conversation: string): mongo.Binary => short(fingerprint('contact', conversation));
  const personOf = (person: string): mongo.Binary => short(fingerprint('contact-person', person));
  const place = (id: mongo.Binary): string => `${PROOFS}/sealed/${id.toString('hex')}`;
  const open = ({ _id, sealed }: Pick<Stored, '_id' | 'sealed'>): Kept | undefined =>
    sealed === undefined ? undefined : (JSON.parse(sealer.open(sealed.buffer, place(_id))) as Kept);
  const { reads, writes } = grouped(proofs);
  return {
    async put(conversation, by, proof) {
      const _id = idOf(conversation);
      const sealed = new mongo.Binary(sealer.seal(JSON.stringify({ conversation, proof }), place(_id)));
      const found = await reads.add(_id);
      if (found !== undefined && found.state !== 'undone' && found.import !== by) return false;
      if (found !== undefined && found.state !== 'undone') return true;
      // Who does not come at the first try is still nobody who asked to be erased.
      const undone = found?.at === undefined ? {} : { at: found.at };
      const coming = { import: by, state: 'coming', sealed, ...undone } as const;
      await writes.add({ replaceOne: { filter: { _id }, replacement: coming, upsert: true } });
      return true;
    },
    async keep(conversation, person) {
      const update = { $set: { state: 'there', person: personOf(person) }, $unset: { at: '' } } as const;
      await writes.add({ updateOne: { filter: { _id: idOf(conversation), state: 'coming' }, update } });
    },
    async drop(conversation) {
      await writes.add({ deleteOne: { filter: { _id: idOf(conversation), state: 'coming' } } });
    },
    undoneAt: async (conversation) => (await reads.add(idOf(conversation)))?.at,
    count: (by) =>
      readWithin(
        () => proofs.countDocuments({ import: { $eq: by }, state: { $in: ['there', 'stays'] } }),
        PATIENCE_MS,
      ),
    toUndo: (by) =>
      untilDurable(async () => {
        const found = await proofs
          .find({ import: { $eq: by }, state: { $in: ['coming', 'there'] } })
          .limit(PAGE)
          .toArray();
        return found.flatMap((each) => open(each)?.conversation ?? []);
      }),
    async undone(conversation, by, at) {
      const _id = idOf(conversation);
      if (at === null) {
        await untilDurable(() => proofs.updateOne({ _id }, { $set: { state: 'stays' } }, DURABLE));
        return;
      }
      // Their erasure took the proof along: what is left of them is when it was.
      const undone = { import: by, state: 'undone', at } as const;
      await untilDurable(() => proofs.replaceOne({ _id }, undone, { ...DURABLE, upsert: true }));
    },
    kept: (person) =>
      untilDurable(async () => {
        const found = await proofs.find({ person: personOf(person) }).toArray();
        return found.flatMap((each) => open(each)?.proof ?? []);
      }),
    erase: (person) =>
      untilDurable(async () => (await proofs.deleteMany({ person: personOf(person) }, DURABLE)).deletedCount),
    async unite(from, to) {
      await untilDurable(() =>
        proofs.updateMany({ person: personOf(from) }, { $set: { person: personOf(to) } }, DURABLE),
      );
    },
  };
}

type Known = Pick<Stored, '_id' | 'import' | 'state' | 'at'>;

/** What an import asks and writes for many at one moment travels as one command; each waits for its own, as if it were alone. */
function grouped(proofs: mongo.Collection<Stored>) {
  const reads = new Group<mongo.Binary, Known | undefined>(async (ids) => {
    const projection = { import: 1, state: 1, at: 1 };
    const found = await untilDurable(() =>
      proofs.find<Known>({ _id: { $in: ids } }, { projection }).toArray(),
    );
    const byId = new Map(found.map((one) => [one._id.toString('hex'), one]));
    return ids.map((id) => byId.get(id.toString('hex')));
  });
  const writes = new Group<mongo.AnyBulkWriteOperation<Stored>, null>(async (all) => {
    await untilDurable(async () => {
      try {
        await proofs.bulkWrite(all, { ordered: false, ...DURABLE });
      } catch (cause) {
        if (!isDuplicateKey(cause)) throw cause;
        // Two imports bring somebody at once: the second time it is there, and is replaced.
        await proofs.bulkWrite(all, { ordered: false, ...DURABLE });
      }
    });
    return all.map(() => null);
  });
  return { reads, writes };
}

interface Kept {
  conversation: string;
  proof: Contact['proof'];
}

const short = (hash: Buffer): mongo.Binary => new mongo.Binary(hash.subarray(0, ID_BYTES));
