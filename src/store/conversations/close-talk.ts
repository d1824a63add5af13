import type { mongo } from 'mongoose';
import type { ConversationId, Route, Talk } from '../../conversation/conversation.ts';
import { readSeat } from '../../conversation/phone/seat.ts';
import { Fault, unavailable } from '../../domain/faults.ts';
import { untilDurable } from '../durable.ts';
import type { PeopleStore } from '../people.ts';
import { readParked } from './parked.ts';
import { NOBODY_ELSE } from './seating.ts';
import { binaryOf, type ConversationDoc, type ParkedDoc, readConversation, sealTalk } from './shapes.ts';
import { NOWHERE } from './standing.ts';

/** Somebody who writes without a pause is faster than this now and then, not always. */
const MAX_TRIES = 20;

export interface Closing {
  collection: mongo.Collection<ConversationDoc>;
  people: Pick<PeopleStore, 'keysOf'>;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Takes somebody's talk away from outside a turn, and answers where its replies went. A conversation nobody else shares
 * becomes a tombstone; on a phone of several the next one's talk comes out, and it is asked who has it. Bumps the
 * revision, so that a turn under way fails its guard. Safe to repeat.
 */
export async function closeTalk(
  closing: Closing,
  named: ConversationId,
  person: string,
): Promise<Route | null> {
  const { conversation: id, seat } = readSeat(named);
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const doc = await untilDurable(() => closing.collection.findOne({ _id: binaryOf(id) }));
    const leaving = doc === null ? undefined : await leavingOf(closing, id, doc, seat, person);
    if (doc === null || leaving === undefined) return null;
    const guard = { _id: doc._id, rev: doc.rev };
    const { matchedCount } = await untilDurable(() =>
      closing.collection.updateOne(guard, { ...leaving.update, $inc: { rev: 1 } }),
    );
    if (matchedCount === 1) return leaving.route;
  }
  throw unavailable('contended', 'Other writers were faster too often.');
}

interface Leaving {
  update: mongo.UpdateFilter<ConversationDoc>;
  route: Route | null;
}

async function leavingOf(
  { people, now }: Closing,
  id: ConversationId,
  doc: ConversationDoc,
  seat: number,
  person: string,
): Promise<Leaving | undefined> {
  const { parked = [] } = doc;
  const waits = parked.find((one) => one.seat === seat && one.person === person);
  const keys = await keysOf(people, [person, ...parked.map((one) => one.person)]);
  const own = keys.get(person);
  if (waits !== undefined) {
    const route = opened(() => (own === undefined ? null : readParked(id, waits, own)))?.route ?? null;
    return { update: { $set: { parked: parked.filter((one) => one !== waits) } }, route };
  }
  if (doc.person !== person || (doc.seat ?? 0) !== seat) return undefined;
  const route = opened(() => (own === undefined ? null : readConversation(doc, own).talk))?.route ?? null;
  const next = nextOf(id, parked, keys);
  if (next === undefined) {
    const gone = { talk: '' as const, person: '' as const, ...NOWHERE, ...NOBODY_ELSE };
    return { update: { $set: { erasedAt: now }, $unset: gone }, route };
  }
  const { talk, key, ...who } = next;
  const asked = { ...talk, ...(route && { route }), phone: { ...talk.phone, asking: { session: null } } };
  const rest = parked.filter((one) => one.seat !== who.seat);
  return {
    update: { $set: { ...who, talk: sealTalk({ person: key }, id, asked as Talk), parked: rest } },
    route,
  };
}

/** The first whose talk opens. */
function nextOf(
  id: ConversationId,
  parked: readonly ParkedDoc[],
  keys: ReadonlyMap<string, Buffer>,
): { person: string; seat: number; talk: Talk; key: Buffer } | undefined {
  for (const one of parked) {
    const key = keys.get(one.person);
    const talk = key === undefined ? null : opened(() => readParked(id, one, key));
    if (key !== undefined && talk !== null) return { person: one.person, seat: one.seat, talk, key };
  }
  return undefined;
}

/** Keys that do not unwrap are as good as none: they must not keep anybody from being erased. */
async function keysOf(people: Closing['people'], persons: readonly string[]): Promise<Map<string, Buffer>> {
  const keys = new Map<string, Buffer>();
  for (const person of persons)
    try {
      for (const [each, key] of await people.keysOf([person])) keys.set(each, key);
    } catch (cause) {
      if (cause instanceof Fault && cause.kind === 'unavailable') throw cause;
    }
  return keys;
}

/** A talk that does not open any more must not keep its person from being erased. */
function opened(read: () => Talk | null): Talk | null {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Fault && cause.kind === 'unavailable') throw cause;
    return null;
  }
}
