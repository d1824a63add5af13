/** One account's look at one masked thing. */
export interface Look {
  account: string;
  /** `kind/id`, as the audit names it. */
  subject: string;
  /** `YYYY-MM-DD`: the share of the day it is taken from. */
  day: string;
  now: number;
}

/** Looks at masked names and numbers, counted by account and day (T23). */
export interface Reveals {
  /**
   * Takes one of the day's `most` looks, or finds the one there is for this subject. Atomic over all processes: of any
   * number at the same moment no more than `most` are taken.
   * @returns `open` where it may be shown already, `taken` where its record is still to be written
   */
  take(look: Look & { until: number; most: number }): Promise<'taken' | 'open' | 'none_left'>;
  /** Its record is durable: from now on it may be shown. */
  open(look: Look): Promise<void>;
  isOpen(look: Look): Promise<boolean>;
  /** Keeps what somebody wrote as their reason, sealed, as long as the record that names it. */
  keepWords(of: { id: string; org: string; day: string; words: Buffer }): Promise<void>;
  /** `undefined`: there are none, or they are another organisation's. */
  wordsOf(id: string, org: string): Promise<Buffer | undefined>;
}

export interface RevealAsked {
  /** `kind/id`, as the audit names it. */
  subject: string;
  /** As the form brought it; see `RevealForm`. */
  reason?: string | undefined;
  /** What the form brought besides, where no reason of the list fits. */
  words?: string | undefined;
}

/** `ctx.reveal` and `ctx.revealed`: what is masked is shown for a reason, for ten minutes, twenty times a day. */
export interface Revealing {
  /**
   * Opens a look. Asked again while it is open it does nothing: it is the same look.
   * @throws Fault `reveal_choose`, `reveal_explain` (400) or `reveal_enough` (429), whose words `revealRefusal` has
   */
  reveal: (asked: RevealAsked) => Promise<void>;
  /** Whether this person may see it now. */
  revealed: (subject: string) => Promise<boolean>;
}
