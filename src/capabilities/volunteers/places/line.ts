/**
 * One entry of an event's line. The line is the whole truth about places: the first `capacity` entries are confirmed, the
 * rest wait in this order.
 */
export interface LineEntry {
  /** The sign-up's id. */
  who: Uint8Array;
  /** The number given out when it was taken; no two entries of an event ever have the same. */
  ticket: number;
  /** Which claim took it, so that a repeated one is known for what it is. */
  claim: Uint8Array;
  /** A claim no commit has confirmed yet lapses then; milliseconds since 1970. */
  until?: number;
  /** Its person was last told that they wait. */
  waits?: true;
}

/** Where somebody stands. */
export interface Standing {
  state: 'confirmed' | 'waiting';
  /** Counted from 1: within the confirmed, or on the waiting list. */
  position: number;
  ticket: number;
}

/** @param rank place in the line, counted from 0 */
export const standingAt = (rank: number, capacity: number, ticket: number): Standing =>
  rank < capacity
    ? { state: 'confirmed', position: rank + 1, ticket }
    : { state: 'waiting', position: rank - capacity + 1, ticket };

/**
 * How long an unconfirmed claim holds its place. Far longer than a commit, a redelivery by the platform, or another
 * process taking over the effects of one that crashed; far shorter than a night.
 */
export const CLAIM_MS = 15 * 60_000;

/** Longer lines help nobody, and the document stays below 200 kB. */
export const MAX_LINE = 2500;
