import type { mongo } from 'mongoose';

/** One message waiting for a browser. `sealed` holds text and choices. */
export interface StoredLetter {
  n: number;
  /** The outbound's random id; a repeat of it changes nothing. */
  id: string;
  at: Date;
  sealed: mongo.Binary;
}

export interface StoredMailbox {
  /** Fingerprint of the address. */
  _id: mongo.Binary;
  /** `n` of the newest letter. */
  n: number;
  letters: StoredLetter[];
  /** When the last letter came: the TTL index counts from here. */
  touched: Date;
}

/** The outbox's rule for text (T5). */
export const KEPT_MS = 72 * 60 * 60 * 1000;
/** What a page is shown that was away; a document stays far below MongoDB's 16 MB. */
const MOST_LETTERS = 50;
const TENTHS = 10;

export const isKept = (letter: StoredLetter, now: number): boolean => letter.at.getTime() > now - KEPT_MS;

/**
 * One atomic step that appends a letter unless its id is there, gives it the next number and lets go what is too old or
 * too much. Numbers begin at the clock and not at 1: a page that outlived its mailbox would otherwise take the new letters
 * for old ones. In tenths of a millisecond, so that none equals a time that another room keeps of the person (T6).
 */
export function appending(id: string, sealed: Buffer, now: Date): mongo.Document[] {
  const letters = { $ifNull: ['$letters', []] };
  const next = { $add: [{ $ifNull: ['$n', now.getTime() * TENTHS] }, 1] };
  const young = {
    $filter: {
      input: letters,
      as: 'letter',
      cond: { $gt: ['$$letter.at', new Date(now.getTime() - KEPT_MS)] },
    },
  };
  // $literal: an id that begins with $ would be read as a field of the document.
  const letter = { n: next, id: { $literal: id }, at: now, sealed };
  const appended = { $slice: [{ $concatArrays: [young, [letter]] }, -MOST_LETTERS] };
  const known = { $in: [{ $literal: id }, { $ifNull: ['$letters.id', []] }] };
  return [
    {
      $set: {
        n: { $cond: [known, '$n', next] },
        touched: { $cond: [known, '$touched', now] },
        letters: { $cond: [known, letters, appended] },
      },
    },
  ];
}
