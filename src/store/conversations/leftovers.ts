import type { mongo } from 'mongoose';
import type { Leftover, OrderedEffect, OutItem } from '../../conversation/conversation.ts';
import type { Sealer } from '../../conversation/ports.ts';
import { untilDurable } from '../durable.ts';
import type { PeopleStore } from '../people.ts';
import {
  type ConversationDoc,
  type EffectDoc,
  type Lock,
  type OutDoc,
  readEffect,
  readOut,
  textOf,
} from './shapes.ts';

export interface TakeOver {
  people: PeopleStore;
  system: Sealer;
  /** Milliseconds since 1970. */
  now: number;
  leaseMs: number;
  limit: number;
}

/**
 * Finds conversations whose messages or effects nobody works on any more, by the partial index on `pending`, and makes
 * them ours: each item is claimed by its own lease, so two processes never take the same one.
 */
export async function takeOver(
  collection: mongo.Collection<ConversationDoc>,
  how: TakeOver,
): Promise<Leftover[]> {
  const docs = await untilDurable(() =>
    collection
      .find({ pending: { $lte: how.now } }, { projection: { talk: 0, ring: 0 } })
      .sort({ pending: 1 })
      .limit(how.limit)
      .toArray(),
  );
  const keys = await how.people.keysOf(docs.flatMap((doc) => doc.person ?? []));
  const leftovers: Leftover[] = [];
  for (const doc of docs) {
    const key = doc.person === undefined ? undefined : keys.get(doc.person);
    const out = await claim(collection, doc, 'out', doc.out ?? [], how);
    const effects = await claim(collection, doc, 'effects', doc.effects ?? [], how);
    const leftover = readable(doc, out, effects, key, how.system);
    if (leftover.out.length + leftover.effects.length > 0) leftovers.push(leftover);
    await lookLater(collection, doc, how);
  }
  return leftovers;
}

/** Moves the lease of each expired item, one by one: whoever moved it has it. */
async function claim<Item extends OutDoc | EffectDoc>(
  collection: mongo.Collection<ConversationDoc>,
  doc: ConversationDoc,
  field: 'out' | 'effects',
  items: readonly Item[],
  { now, leaseMs }: TakeOver,
): Promise<Item[]> {
  const ours: Item[] = [];
  for (const item of items) {
    if (item.at > now) continue;
    const again = field === 'out' ? { $inc: { 'out.$.again': 1 } } : {};
    const result = await untilDurable(() =>
      collection.updateOne(
        { _id: doc._id, [field]: { $elemMatch: { id: item.id, at: item.at } } },
        { $set: { [`${field}.$.at`]: now + leaseMs }, ...again },
      ),
    );
    if (result.matchedCount === 1) ours.push(item);
  }
  return ours;
}

/** What still opens. The rest was sealed under a key that an erasure destroyed; it goes with the next look. */
function readable(
  doc: ConversationDoc,
  out: OutDoc[],
  effects: EffectDoc[],
  key: Buffer | undefined,
  system: Sealer,
): Leftover {
  const id = textOf(doc._id);
  const lockOf = (item: { system?: true }): Lock | null => {
    if (item.system === true) return { system };
    return key === undefined ? null : { person: key };
  };
  return {
    conversation: id,
    out: out.flatMap((item): OutItem[] => {
      const lock = lockOf(item);
      return lock === null ? [] : [readOut(lock, id, { ...item, again: item.again + 1 })];
    }),
    effects: effects.flatMap((item): OrderedEffect[] => {
      const lock = lockOf(item);
      return lock === null ? [] : [readEffect(lock, id, item)];
    }),
  };
}

/** Sets the next look, unless a commit came between (it has set its own). */
async function lookLater(
  collection: mongo.Collection<ConversationDoc>,
  doc: ConversationDoc,
  { now, leaseMs }: TakeOver,
): Promise<void> {
  const erased = doc.person === undefined;
  const waiting = [...(doc.out ?? []), ...(doc.effects ?? [])].filter(
    (item) => !erased || item.system === true,
  );
  const next = Math.min(...waiting.map((item) => (item.at <= now ? now + leaseMs : item.at)));
  const guard = {
    _id: doc._id,
    rev: doc.rev,
    ...(doc.pending === undefined ? {} : { pending: doc.pending }),
  };
  const noise = erased
    ? { $pull: { out: { system: { $exists: false } }, effects: { system: { $exists: false } } } }
    : {};
  const update = Number.isFinite(next) ? { $set: { pending: next } } : { $unset: { pending: '' as const } };
  await untilDurable(() => collection.updateOne(guard, { ...update, ...noise }));
}
