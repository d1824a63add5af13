import { mongo } from 'mongoose';
import type { Conversation, InboundId, LeftIds } from '../../conversation/conversation.ts';

/** Platforms repeat for days; T11 asks for eight. The day is a whole one, so one more is kept. */
export const SEEN_DAYS = 9;
/** Ids that stay in the document; more make it grow. */
export const RING_SIZE = 64;
/** Ids kept when the ring is cut, so that `seen` is written once in 32 turns. */
const RING_KEPT = 32;
/** A filter answers "perhaps" wrongly for 2 new ids in 100 when it holds 500, for 15 when it holds 1,000. */
const FILTER_BYTES = 512;
const FILTER_BITS = FILTER_BYTES * 8;
/** Bits an id sets. Ids are HMACs: any two of their bytes are as good as a hash of their own. */
const BITS_AN_ID = 4;

/** Ids that left a ring, as the document carries them. */
export interface LeftDoc {
  /** Days since 1970 when `now` was begun. */
  since: number;
  now: mongo.Binary;
  /** What `now` was before. Dropped when `now` is older than any id must be known. */
  before?: mongo.Binary;
}

/**
 * Which ids may have left the ring: two Bloom filters (Bloom, CACM 13(7), 1970) that take turns, so that `seen` is not
 * asked at every turn of whoever writes much. They never deny an id that `seen` still holds.
 */
export class FilteredIds implements LeftIds {
  readonly #since: number;
  readonly #now: Buffer;
  readonly #before: Buffer | undefined;

  constructor(since: number, now: Buffer, before?: Buffer) {
    this.#since = since;
    this.#now = now;
    this.#before = before;
  }

  /** `null`: none has left. A conversation that overflowed before there were filters asks about every id. */
  static read(left: LeftDoc | undefined, overflowed: boolean): FilteredIds | null {
    if (left !== undefined)
      return new FilteredIds(left.since, bytesOf(left.now), left.before && bytesOf(left.before));
    return overflowed ? new FilteredIds(Infinity, empty(), Buffer.alloc(FILTER_BYTES, 0xff)) : null;
  }

  mayHave(inbound: InboundId): boolean {
    const bits = bitsOf(inbound);
    return [this.#now, this.#before].some((filter) => filter !== undefined && hasAll(filter, bits));
  }

  /** @param day days since 1970 on which they leave */
  with(leaving: readonly InboundId[], day: number): FilteredIds {
    const isFull = day - this.#since > SEEN_DAYS;
    const now = isFull ? empty() : Buffer.from(this.#now);
    for (const id of leaving)
      for (const bit of bitsOf(id)) now[bit >> 3] = (now[bit >> 3] ?? 0) | (1 << (bit & 7));
    return isFull
      ? new FilteredIds(day, now, this.#now)
      : new FilteredIds(Math.min(this.#since, day), now, this.#before);
  }

  written(): LeftDoc {
    return {
      since: this.#since,
      now: new mongo.Binary(this.#now),
      ...(this.#before && { before: new mongo.Binary(this.#before) }),
    };
  }
}

export interface NextRing {
  ring: string[];
  /** They go to `seen` before the ring forgets them. */
  leaving: readonly InboundId[];
  left: FilteredIds | null;
}

/**
 * The ring after one more id.
 * @param day days since 1970
 */
export function nextRing(base: Conversation, inbound: InboundId, day: number): NextRing {
  const { ring } = base;
  const left = base.left as FilteredIds | null;
  if (ring.length < RING_SIZE) return { ring: [...ring, inbound], leaving: [], left };
  const leaving = ring.slice(0, ring.length - RING_KEPT);
  return {
    ring: [...ring.slice(-RING_KEPT), inbound],
    leaving,
    left: (left ?? new FilteredIds(day, empty())).with(leaving, day),
  };
}

const empty = (): Buffer => Buffer.alloc(FILTER_BYTES);
const bytesOf = (filter: mongo.Binary): Buffer => Buffer.from(filter.buffer);

function bitsOf(inbound: InboundId): number[] {
  const id = Buffer.from(inbound, 'base64url');
  return Array.from({ length: BITS_AN_ID }, (_, nth) => id.readUInt16LE(2 * nth) % FILTER_BITS);
}

const hasAll = (filter: Buffer, bits: readonly number[]): boolean =>
  bits.every((bit) => ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
