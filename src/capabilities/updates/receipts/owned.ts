import type { Fingerprint } from '../../../conversation/ports.ts';
import type { UpdateNumber } from '../model/update.ts';
import { receiptId } from './receipt.ts';
import type { ReceiptsStore } from './receipts-store.ts';

/** Ids asked for at once; a few kilobytes. */
const AT_ONCE = 500;

export interface OwnedReceipts {
  /** Of how many numbers something is kept. */
  kept(person: string): Promise<number>;
  /** For erasure; how many documents went. Safe to repeat. */
  erase(person: string): Promise<number>;
  /** What `from` has is `to`'s. */
  unite(from: string, to: string): Promise<void>;
  /** What was said in a talk goes with it. */
  part(leaving: { from: string; to: string; conversation: string }): Promise<void>;
}

interface OwnedDeps {
  receipts: ReceiptsStore;
  fingerprint: Fingerprint;
  /** Every number that was ever given. */
  numbers(): Promise<readonly UpdateNumber[]>;
}

/**
 * A person's receipts. None of them says whose it is, so they are looked for under every number: thousands of keyed
 * hashes, which take milliseconds, and are asked for seldom.
 */
export function ownedReceipts(deps: OwnedDeps): OwnedReceipts {
  const { receipts, fingerprint } = deps;
  /** The ids of this person that have a receipt, by what makes the same id of another person. */
  const of = async (person: string): Promise<Map<string, UpdateNumber>> => {
    const ids = new Map<string, UpdateNumber>();
    for (const number of await deps.numbers()) ids.set(hex(receiptId(fingerprint, number, person)), number);
    const found = new Map<string, UpdateNumber>();
    const asked = [...ids.keys()];
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const known = await receipts.known(asked.slice(from, from + AT_ONCE).map(unhex));
      for (const id of known.map(hex)) {
        const number = ids.get(id);
        if (number !== undefined) found.set(id, number);
      }
    }
    return found;
  };
  /** Each is written before it is taken away, so that a crash in between doubles one and loses none. */
  const hand = async (from: string, to: string, goes: (talk: string) => boolean): Promise<void> => {
    for (const [id, number] of await of(from)) {
      const [before, after] = [unhex(id), receiptId(fingerprint, number, to)];
      const kept = await receipts.find(before);
      const leaving = kept?.talks.filter(goes) ?? [];
      if (kept === null || leaving.length === 0) continue;
      await receipts.join(after, { ...kept, talks: leaving });
      if (leaving.length === kept.talks.length) await receipts.drop([before]);
      else await receipts.leave(before, kept, leaving);
    }
  };
  return {
    kept: async (person) => (await of(person)).size,
    erase: async (person) => receipts.drop([...(await of(person)).keys()].map(unhex)),
    unite: (from, to) => hand(from, to, () => true),
    part: ({ from, to, conversation }) => hand(from, to, (talk) => talk === conversation),
  };
}

const hex = (id: Buffer): string => id.toString('hex');
const unhex = (id: string): Buffer => Buffer.from(id, 'hex');
