import type { mongo } from 'mongoose';
import type { Fingerprint } from '../../conversation/ports.ts';
import { isDuplicateKey } from '../../store/durable.ts';
import { anchorMac, type Link } from './chain.ts';
import { ANCHORS } from './collections.ts';

/** `head`: the last record; without it the end could be cut off unseen. `checkpoint`: the last one that expired. */
export type AnchorName = 'head' | 'checkpoint';

/** `forged`: it is there and not by us. */
export type Anchor = Link | 'missing' | 'forged';

export interface Anchors {
  read(name: AnchorName): Promise<Anchor>;
  /** @returns whether this call made it: of many at once, one does */
  create(name: AnchorName, at: Link): Promise<boolean>;
  /**
   * Moves it forward; never back, whichever process is slower. One that is missing or forged stays so: putting it right
   * would hide what was done to it.
   */
  move(name: AnchorName, to: Link): Promise<void>;
}

interface StoredAnchor extends Link {
  _id: AnchorName;
  mac: string;
}

/** The two places kept beside the chain, each under a MAC. */
export function anchors(db: mongo.Db, fingerprint: Fingerprint): Anchors {
  const kept = db.collection<StoredAnchor>(ANCHORS);
  const sealed = (name: AnchorName, { seq, hash }: Link): Omit<StoredAnchor, '_id'> => ({
    ...{ seq, hash },
    mac: anchorMac(name, { seq, hash }, fingerprint),
  });

  return {
    read,

    async create(name, at) {
      try {
        await kept.insertOne({ _id: name, ...sealed(name, at) });
        return true;
      } catch (cause) {
        if (isDuplicateKey(cause)) return false;
        throw cause;
      }
    },

    async move(name, to) {
      for (
        let before = await read(name);
        typeof before === 'object' && before.seq < to.seq;
        before = await read(name)
      ) {
        const unmoved = { _id: name, ...sealed(name, before) };
        if ((await kept.updateOne(unmoved, { $set: sealed(name, to) })).matchedCount === 1) return;
      }
    },
  };

  async function read(name: AnchorName): Promise<Anchor> {
    const found = await kept.findOne({ _id: name });
    if (found === null) return 'missing';
    const { seq, hash, mac } = found;
    return mac === anchorMac(name, { seq, hash }, fingerprint) ? { seq, hash } : 'forged';
  }
}
