import type { Role } from '../../../web/staff/index.ts';
import type { Cause } from './causes.ts';
import type { UpdateContent } from './content.ts';
import type { State } from './states.ts';

/** `ML-2026-0042`, in two parts for the index. */
export interface UpdateNumber {
  year: number;
  n: number;
}

/** One entry of an item's history: who did what, when, to which content, and why. */
export interface HistoryEntry {
  /** Random; tells a write whose answer was lost from somebody else's. */
  token: string;
  what: 'create' | 'edit' | 'submit' | 'verify' | 'reject' | 'publish' | 'correct' | 'withdraw';
  /** Account id. */
  by: string;
  role: Role;
  /** Milliseconds since 1970. */
  at: number;
  /** Hash of the content it was done to, or that came of it. */
  hash: string;
  reason?: string;
}

/** An item of news as it is kept. */
export interface Update {
  id: string;
  org: string;
  state: State;
  /**
   * Given when it is published, so that what citizens see counts on without a gap. Versions share theirs; the store finds
   * the one that holds it now by `numbered`.
   */
  number?: UpdateNumber;
  content: UpdateContent;
  hash: string;
  /** Every write adds one. */
  rev: number;
  /** Accounts that ever changed a word of it or handed it in, since it was begun. None of them may verify it. */
  authors: readonly string[];
  /** The content as it was last handed in, while another one is being written: what a verifier compares with. */
  before?: UpdateContent;
  /** The content another person last verified; of a correction at first the published one. The next is read against it. */
  approved?: UpdateContent;
  verification?: { by: string; at: number; hash: string };
  publication?: { by: string; at: number; version: number };
  /** Which published version this item puts right; never changed once it is begun. Why, its own texts say. */
  corrects?: { id: string; number: UpdateNumber; version: number };
  /** Of a former version: the item that took its number. */
  correction?: { id: string; at: number };
  /** `reason`: for the staff alone. `cause` goes out; items withdrawn before there were causes have none. */
  withdrawal?: { by: string; at: number; reason: string; cause?: Cause };
  history: readonly HistoryEntry[];
  /** From the demo campaign. */
  demo: boolean;
  changedAt: number;
}

/** `ML-2026-0042`. */
export const numberWords = ({ year, n }: UpdateNumber): string =>
  `ML-${String(year)}-${String(n).padStart(4, '0')}`;

/** The number in words that came from outside; `undefined` for anything else. */
export function readNumber(words: string): UpdateNumber | undefined {
  const [, year, n] = /^ML-(\d{4})-(\d{4,6})$/.exec(words.trim().toUpperCase()) ?? [];
  return year === undefined || n === undefined ? undefined : { year: Number(year), n: Number(n) };
}
