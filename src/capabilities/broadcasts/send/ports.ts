import type { Lang } from '../../../domain/language.ts';
import type { Audience, Member, Scope } from '../../audiences/index.ts';

/** The life of a broadcast from its approval on, which sending leads. */
export type SendingState =
  | 'approved'
  | 'planning'
  | 'canary'
  | 'running'
  | 'paused'
  | 'stopped'
  | 'done'
  | 'cancelled';

/** A broadcast as sending needs it. */
export interface Sendable {
  id: string;
  org: string;
  /** Before its approval it is none of sending's business. */
  state: SendingState | 'draft' | 'submitted';
  urgent: boolean;
  /** What is said, by language; a language without a text is sent nothing. */
  content: Readonly<Partial<Record<Lang, { text: string }>>>;
  audience: Audience;
  scope: Scope;
}

/** Where broadcasts are kept. */
export interface Sendables {
  find(id: string): Promise<Sendable | undefined>;
  /** Compare and set, durable; `false`: it stood elsewhere. `why`: the code of what ended or stopped it. */
  move(
    id: string,
    from: readonly SendingState[],
    to: SendingState,
    set?: { why?: string; changedAt?: number },
  ): Promise<boolean>;
}

/**
 * Asked when the moment of a broadcast has come. `most`: more recipients than this need a second person, and it stops;
 * `null`: any number. Asked again it answers the same.
 */
export type Admit = (id: string) => Promise<{ go: true; most: number | null } | { go: false }>;

/** What a person orders of a broadcast that goes out. */
export const ORDERS = ['pause', 'resume', 'cancel'] as const;
export type Order = (typeof ORDERS)[number];

/** Lets a broadcast go out from `at` on, milliseconds since 1970. Repeating it moves it. */
export type Launch = (id: string, at: number) => Promise<void>;

/**
 * Effective within 5 s, also for what waits in the outbox. The page that calls it has recorded it under a name.
 * `false`: the broadcast does not stand so that it could be done, and nothing has changed.
 */
export type Control = (id: string, order: Order) => Promise<boolean>;

/** Where a channel must not be used to broadcast: the message waits for the person's next conversation (B11). */
export interface Waiting {
  mustWait(channel: string): boolean;
  /** Repeating it changes nothing. */
  wait(member: Member, broadcast: string): Promise<void>;
}

/** How fast broadcasts are, and when they stop by themselves. */
export interface SendingSettings {
  /** Of the recipients, who are sent to first; per cent. */
  canaryPercent: number;
  /** But so many at least. */
  canaryLeast: number;
  /** How long the platforms have to tell what became of them. */
  canaryWaitMs: number;
  /** Of those who were tried, per cent: beyond it a person has to decide. */
  stopAtFailedPercent: number;
  stopAtBlockedPercent: number;
  /** To one person within seven days, over all campaigns; urgent ones go all the same. */
  mostAWeek: number;
}

export const USUAL: SendingSettings = {
  canaryPercent: 5,
  canaryLeast: 20,
  canaryWaitMs: 60_000,
  stopAtFailedPercent: 20,
  stopAtBlockedPercent: 10,
  mostAWeek: 3,
};
