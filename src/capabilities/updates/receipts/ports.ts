import type { Lang } from '../../../domain/language.ts';
import type { UpdateNumber } from '../model/update.ts';

/**
 * What a flow asks for at the step where an item is said, whichever way it came: a notice, `nouvelles`, the check, a
 * digest. `do: updates.received` with `{ numero: 'ML-2026-0042', version: 1 }`. It is an effect: committed with the turn that says the
 * words, so that nobody has an item without its receipt, and applied once.
 */
export const RECEIVED = 'updates.received';

/** The same where what was said is that the item is withdrawn. */
export const HEARD_WITHDRAWN = 'updates.heard_withdrawn';

/** A version of an item was said to a person. */
export interface Received {
  person: string;
  /** Where it was said; a correction goes to where it was said last, or, if nobody is there any more, said before. */
  conversation: string;
  number: UpdateNumber;
  version: number;
  lang: Lang;
  /** Day of the turn, `YYYY-MM-DD`: nothing finer is kept. */
  day: string;
  /** What was said is that this version is withdrawn; only the flow that says so asks with it. */
  withdrawn?: true;
}

/** Keeps who received what. Repeating changes nothing; an older version never takes the place of a newer one. */
export type NoteReceived = (received: readonly Received[]) => Promise<void>;

/** One who received an item, for sending what became of it. */
export interface Receiver {
  /** Names the receipt, and nobody: another item has another id for the same person. */
  id: Buffer;
  /** Sealed, at the place the receipt's id names. */
  conversation: Buffer;
  /** The same of their other talks where it was said, the latest first. */
  others: readonly Buffer[];
  lang: Lang;
}

/** How far the news of what became of a version has come among those who had it. */
export interface FateReach {
  /** Received that version or one before it. */
  had: number;
  /** Of these, had a newer one said to them, or that it is withdrawn. */
  told: number;
}

export interface Receipts {
  note: NoteReceived;
  /**
   * Those who received this version or one before it, after `after` in the order of their ids, which tells nothing.
   * Whether they have a newer one meanwhile does not matter: a page read again is the same page.
   */
  page(number: UpdateNumber, version: number, after: Buffer | null, limit: number): Promise<Receiver[]>;
  /** The newest version a person has; `undefined` where none was said to them. */
  versionOf(person: string, number: UpdateNumber): Promise<number | undefined>;
  /** How many received this version or one before it. */
  count(number: UpdateNumber, version: number): Promise<number>;
  reach(number: UpdateNumber, former: number): Promise<FateReach>;
}

/**
 * Where a talk stands: `now`, it may be written to; `next`, its channel takes nothing until its person writes; `hardly`,
 * its person is away, or its channel has closed to free words.
 */
export interface TalkStanding {
  person: string;
  way: 'now' | 'next' | 'hardly';
}

/** How many for whom it waits, who were told in a talk they began, and for whom it waited in vain. */
export interface WaitingFigures {
  waiting: number;
  read: number;
  dropped: number;
}

/** What the house gives where a channel must not be used to write first. */
export interface WaitingDoor {
  /** `null`: nobody is there any more, or they may not be written to. */
  standsAt(conversation: string): Promise<TalkStanding | null>;
  /** It opens this person's next conversation there. Repeating it changes nothing. */
  wait(person: string, id: string): Promise<void>;
  figures(id: string): Promise<WaitingFigures>;
}
