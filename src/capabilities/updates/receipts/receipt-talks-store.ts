import { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { receiptPlace, talkName } from './receipt.ts';

/** A talk of a receipt: its name there, and where it is, sealed. */
export interface StoredTalk {
  talk: mongo.Binary;
  conversation: mongo.Binary;
}

/** The talks of a receipt as they are stored: where the newest was said, and others, the latest last. */
interface StoredTalks {
  conversation: mongo.Binary;
  others?: readonly StoredTalk[];
}

/** Besides the newest; nobody has more than four accounts joined (T16). */
const MOST_OTHERS = 3;

/** The talks of receipts, sealed each for its receipt. */
export const talksOf = ({ fingerprint, sealer }: { fingerprint: Fingerprint; sealer: Sealer }) => ({
  seal: (id: Buffer, talks: readonly string[]): StoredTalk[] =>
    talks.map((talk) => ({
      talk: new mongo.Binary(talkName(fingerprint, id, talk)),
      conversation: new mongo.Binary(sealer.seal(talk, receiptPlace(id))),
    })),
  /** In the order in which it was said there. */
  open: (id: Buffer, { conversation, others = [] }: StoredTalks): string[] =>
    [...others.map((other) => other.conversation), conversation].map((sealed) =>
      sealer.open(Buffer.from(sealed.value()), receiptPlace(id)),
    ),
});

/** These talks and no others, the newest last. */
export function placed(talks: readonly StoredTalk[]): mongo.Document {
  const newest = talks.at(-1);
  return { ...newest, others: talks.slice(0, -1) };
}

/**
 * What a receipt's talks become when something was said in others: each stands once, and the newest is where the newest
 * version was said. Sealed anew each time, so they are told apart by their names.
 * @param newer whether what was said is as new as what the receipt has
 */
export function joinedTalks(given: readonly StoredTalk[], newer: mongo.Document): mongo.Document {
  const last = given.at(-1);
  const there = { talk: { $ifNull: ['$talk', NAMELESS] }, conversation: '$conversation' };
  const before = { $cond: [{ $eq: [{ $type: '$conversation' }, 'missing'] }, [], [there]] };
  const all = { $concatArrays: [{ $ifNull: ['$others', []] }, given.slice(0, -1), before, [last]] };
  const newest = { $cond: [newer, last?.talk, { $ifNull: ['$talk', NAMELESS] }] };
  const isKnown = { $in: ['$$this.talk', '$$value.talk'] };
  const once = { $cond: [isKnown, '$$value', { $concatArrays: ['$$value', ['$$this']] }] };
  const apart = { $reduce: { input: all, initialValue: [], in: once } };
  const others = { $filter: { input: apart, cond: { $ne: ['$$this.talk', newest] } } };
  return {
    talk: newest,
    conversation: { $cond: [newer, last?.conversation, '$conversation'] },
    others: { $slice: [others, -MOST_OTHERS] },
  };
}

/** Of a receipt from before talks had names. */
const NAMELESS = new mongo.Binary(Buffer.alloc(0));
