/** Something the house must do at a time: a reminder, an escalation. (kind, id) names it; there is one at most of each name. */
export interface Due {
  kind: string;
  id: string;
  /** Milliseconds since 1970. It is never run before. */
  at: number;
  /** Sealed where it is kept. */
  params: Record<string, string | number | boolean | null>;
  /** Of two of one name the one of the higher order holds, whichever was set last. Where nobody may overtake, none is needed. */
  order?: number;
}

/** What capabilities get: promises about the future that outlive the process. */
export interface DueDates {
  /** Repeating it changes nothing; another time or other params move the one there is. Durable when it resolves. */
  set(due: Due): Promise<void>;
  /**
   * One that is not there, or has been run, is no fault. One that is being run is not stopped; one of a higher `order`
   * stays.
   */
  cancel(kind: string, id: string, order?: number): Promise<void>;
  /** Sets and cancels several at once, no two of one name, each as if it stood alone; durable when it resolves. */
  change(changes: readonly DueChange[]): Promise<void>;
}

export type DueChange = { set: Due } | { cancel: Pick<Due, 'kind' | 'id' | 'order'> };

/** What a capability does when one of its due-dates has come. */
export interface DueKind {
  readonly kind: string;
  /**
   * Once over many processes; once more after a crash, so be idempotent under `due.id` and `due.at`. After downtime it
   * comes late: decide here what is too late to be worth doing. `again` moves the due-date (a repetition, a later try);
   * a throw brings it back with growing pauses.
   */
  run(due: Due, now: number): Promise<DueAnswer>;
}
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most kinds answer nothing, and write no `return`.
export type DueAnswer = void | { again: number };

/** One that this process holds for a while: nobody else runs it. */
export interface HeldDue {
  readonly kind: string;
  /** Times it was taken, this one included; a crash counts, so that one that kills its process does not do so for ever. */
  readonly attempts: number;
  /** @throws Fault when it does not open any more */
  open(): Due;
}

/** A due-date as it may be named to anybody. */
export interface ComingDue {
  name: string;
  at: number;
}

/** What the runner needs of the place where due-dates lie. A moved one is never lost: each of these leaves it be. */
export interface DueQueue<Held extends HeldDue = HeldDue> {
  /** Takes the oldest that are due at `now`, for `leaseMs`. `more`: there may be others. */
  take(what: {
    kinds: readonly string[];
    now: number;
    leaseMs: number;
    limit: number;
    /** Only the one of this name, as {@link coming} gives it. */
    only?: string;
  }): Promise<{ held: Held[]; more: boolean }>;
  /** Those that nobody holds and that are due at `until`, oldest first. A name is a fingerprint: it says nothing. */
  coming(what: {
    kinds: readonly string[];
    now: number;
    until: number;
    limit: number;
  }): Promise<readonly ComingDue[]>;
  /** Still at it: holds it until `until`. */
  renew(held: Held, until: number): Promise<void>;
  /** It has been run. */
  done(held: Held): Promise<void>;
  /** It has been run and is to come again. */
  move(held: Held, at: number): Promise<void>;
  /** It comes again at `at`; `counts: false` forgets this attempt. */
  failed(held: Held, what: { code: string; at: number; counts: boolean }): Promise<void>;
  /** It is kept and looked at no more. */
  giveUp(held: Held, what: { code: string; now: number }): Promise<void>;
}
