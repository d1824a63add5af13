import type { mongo } from 'mongoose';
import type { Leftover, OrderedEffect } from '../../conversation/conversation.ts';
import { readSeat } from '../../conversation/phone/seat.ts';
import type { Sealer } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import { untilDurable } from '../durable.ts';
import type { PeopleStore } from '../people.ts';
import {
  type ConversationDoc,
  type EffectDoc,
  type Lock,
  type OutDoc,
  readEffect,
  readOut,
  stillToBeSent,
  textOf,
} from './shapes.ts';

export interface TakeOver {
  people: PeopleStore;
  system: Sealer;
  /** Milliseconds since 1970. */
  now: number;
  leaseMs: number;
  /** For how long nobody looks at what waits to be begun. */
  untriedMs: number;
  limit: number;
}

/**
 * What nobody has begun to send of one conversation, in its order; nothing is written. Whoever begins one has it, so
 * that several processes may look at the same moment.
 */
export async function untriedOf(
  collection: mongo.Collection<ConversationDoc>,
  _id: mongo.Binary,
  keys: Pick<TakeOver, 'people' | 'system'>,
): Promise<Leftover['out']> {
  const doc = await untilDurable(() => collection.findOne({ _id }, { projection: { talk: 0, ring: 0 } }));
  const untried = (doc?.out ?? []).filter(isUntried);
  if (doc === null || untried.length === 0) return [];
  return (await readable(doc, followingOthers(doc, untried), [], keys)).out;
}

/** A message that is ours now, and what goes before it. */
type Taken = OutDoc & { after: readonly string[] };

/**
 * Finds conversations whose messages or effects nobody works on any more, by the partial index on `pending`, and makes
 * them ours: each item is claimed by its own lease, so two processes never take the same one.
 */
export async function takeOver(
  collection: mongo.Collection<ConversationDoc>,
  how: TakeOver,
): Promise<Leftover[]> {
  await forgetFinished(collection, how.now);
  const docs = await untilDurable(() =>
    collection
      .find({ pending: { $lte: how.now } }, { projection: { talk: 0, ring: 0 } })
      .sort({ pending: 1 })
      .limit(how.limit)
      .toArray(),
  );
  const leftovers: Leftover[] = [];
  for (const doc of docs) {
    const out = followingOthers(doc, await claim(collection, doc, 'out', doc.out ?? [], how));
    const effects = await claim(collection, doc, 'effects', doc.effects ?? [], how);
    const leftover = await readable(doc, out, effects, how);
    if (leftover.out.length + leftover.effects.length > 0) leftovers.push(leftover);
    if (doc.parked !== undefined) await dropNoise(collection, doc, [...out, ...effects], leftover);
    await lookLater(collection, doc, how);
  }
  return leftovers;
}

/**
 * Most conversations that come due have long been finished by their own process. They are put aside in one command: looked
 * at one by one they would come in faster than they are looked at, and what a crash left would wait behind them.
 */
async function forgetFinished(collection: mongo.Collection<ConversationDoc>, now: number): Promise<void> {
  const finished = {
    pending: { $lte: now },
    'out.0': { $exists: false },
    'effects.0': { $exists: false },
  };
  await untilDurable(() => collection.updateMany(finished, { $unset: { pending: '' } }));
}

/** Of somebody who was erased while others share the phone nothing opens any more; nobody is to look at it for ever. */
async function dropNoise(
  collection: mongo.Collection<ConversationDoc>,
  doc: ConversationDoc,
  ours: readonly (OutDoc | EffectDoc)[],
  { out, effects }: Leftover,
): Promise<void> {
  const read = new Set([
    ...out.map(({ message }) => message.id),
    ...effects.map(({ id }) => id.toString('hex')),
  ]);
  const noise = ours.filter(({ id }) => !read.has(typeof id === 'string' ? id : id.toString('hex')));
  if (noise.length === 0) return;
  const ids = noise.map(({ id }) => id);
  const pull = {
    out: { id: { $in: ids } },
    effects: { id: { $in: ids } },
  } as unknown as mongo.PullOperator<ConversationDoc>;
  await untilDurable(() => collection.updateOne({ _id: doc._id }, { $pull: pull }));
}

/** Each with the ids of those before it that another process is at. */
function followingOthers(doc: ConversationDoc, ours: readonly OutDoc[]): Taken[] {
  const all = stillToBeSent(doc);
  const mine = new Set(ours.map(({ id }) => id));
  return ours.map((item) => {
    const before = all.slice(0, Math.max(all.indexOf(item.id), 0));
    return { ...item, after: before.filter((id) => !mine.has(id)) };
  });
}

/**
 * Moves the lease of each expired item, one by one: whoever moved it has it. What nobody has begun is still anybody's, and
 * not in doubt.
 */
async function claim<Item extends OutDoc | EffectDoc>(
  collection: mongo.Collection<ConversationDoc>,
  doc: ConversationDoc,
  field: 'out' | 'effects',
  items: readonly Item[],
  { now, leaseMs, untriedMs }: TakeOver,
): Promise<Item[]> {
  const ours: Item[] = [];
  for (const item of items) {
    if (item.at > now) continue;
    const begun = isUntried(item) ? { untried: true } : {};
    const counted = isUntried(item) ? {} : { $inc: { [`${field}.$.again`]: 1 } };
    const result = await untilDurable(() =>
      collection.updateOne(
        { _id: doc._id, [field]: { $elemMatch: { id: item.id, at: item.at, ...begun } } },
        { $set: { [`${field}.$.at`]: now + (isUntried(item) ? untriedMs : leaseMs) }, ...counted },
      ),
    );
    if (result.matchedCount === 1) ours.push(item);
  }
  return ours;
}

/**
 * What still opens, by the keys of all who share the phone. The rest was sealed under a key that an erasure destroyed, or
 * was damaged; it goes with the next look, and must not keep what stands behind it from being finished.
 */
async function readable(
  doc: ConversationDoc,
  out: Taken[],
  effects: EffectDoc[],
  { people, system }: Pick<TakeOver, 'people' | 'system'>,
): Promise<Leftover> {
  const id = textOf(doc._id);
  const locks = await locksOf(people, doc);
  const opened = <Item extends OutDoc | EffectDoc, Opened>(
    item: Item,
    read: (lock: Lock, id: string, item: Item) => Opened,
  ): Opened[] => {
    for (const lock of item.system === true ? [{ system }] : locks)
      try {
        return [read(lock, id, item)];
      } catch {
        // Another's, or nobody's any more.
      }
    return [];
  };
  return {
    conversation: id,
    out: out.flatMap((item) =>
      opened({ ...item, again: item.again + (isUntried(item) ? 0 : 1) }, readOut).map((read) => ({
        ...read,
        after: item.after,
      })),
    ),
    effects: effects.flatMap((item) =>
      opened({ ...item, again: (item.again ?? 0) + 1 }, readEffect).map((read) =>
        // An erasure is meant for whoever asked for it, and nobody who began anew there.
        item.system === true ? read : ofNow(read, doc),
      ),
    ),
  };
}

/** Its talk may be another person's by now, who joined with the one that ordered it; an erased one's is nobody's. */
function ofNow(effect: OrderedEffect, doc: ConversationDoc): OrderedEffect {
  const { seat } = readSeat(effect.context.conversation);
  const person = seat === (doc.seat ?? 0) ? doc.person : doc.parked?.find((one) => one.seat === seat)?.person;
  return person === undefined ? effect : { ...effect, context: { ...effect.context, person } };
}

/** A key that does not unwrap is as good as none: its epoch may have been destroyed. */
async function locksOf(people: PeopleStore, { person, parked = [] }: ConversationDoc): Promise<Lock[]> {
  if (person === undefined) return [];
  const keys = await Promise.all(
    [person, ...parked.map((one) => one.person)].map((each) => keyOf(people, each)),
  );
  return keys.flatMap((key) => (key === undefined ? [] : [{ person: key }]));
}

async function keyOf(people: PeopleStore, person: string): Promise<Buffer | undefined> {
  try {
    return (await people.keysOf([person])).get(person);
  } catch (cause) {
    if (cause instanceof Fault && cause.kind === 'unavailable') throw cause;
    return undefined;
  }
}

const isUntried = (item: OutDoc | EffectDoc): boolean => 'untried' in item;

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
