import type { Lang } from '../../../domain/language.ts';
import type { Red, SafeguardingCard } from '../safeguarding/ports.ts';

export const QUEUES = ['red', 'waiting', 'mine', 'claimed', 'snoozed', 'closed'] as const;
export type Queue = (typeof QUEUES)[number];

/** Empty: all that are not closed. */
export interface ThreadFilter {
  queue?: Queue | undefined;
  tag?: string | undefined;
  lang?: Lang | undefined;
  channel?: string | undefined;
  /** Slug. */
  region?: string | undefined;
}

export interface ThreadPage {
  page: number;
  pages: number;
  total: number;
  threads: ThreadCard[];
}

/** For the overview and the tabs; `asOf` in milliseconds since 1970. */
export interface InboxCounts extends Record<Queue, number> {
  /** Since when somebody has waited longest without an answer. */
  oldest: number | null;
  asOf: number;
}

export const THREAD_STATES = ['waiting', 'claimed', 'snoozed', 'closed'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** A member of staff; the name is `null` once the account is gone. */
export interface Colleague {
  id: string;
  name: string | null;
}

/** A thread in a list: nothing anybody wrote, and nobody's name. Times in milliseconds since 1970. */
export interface ThreadCard {
  /** 32 hexadecimal digits. */
  id: string;
  /** What it is called in a list and on the phone: "K4-7T2". */
  handle: string;
  state: ThreadState;
  /** Who has the talk: with `staff` the bot is silent. */
  with: 'staff' | 'bot';
  claimedBy: Colleague | null;
  snoozedUntil: number | null;
  channel: string;
  lang: Lang;
  region: { slug: string; name: string } | null;
  /** Why it was handed over: the flow's own word, or `taken` by staff. */
  reason: string;
  tags: readonly string[];
  red: Red | null;
  /** What the citizen wrote last has had no answer since then. */
  unansweredSince: number | null;
  openedAt: number;
  lastAt: number;
  /** Somebody else, at this moment. */
  answering: Colleague | null;
}

export interface Thread extends ThreadCard {
  /** The oldest first. */
  entries: readonly ThreadEntry[];
  /** There are older ones, which are not shown. */
  more: boolean;
  reach: Reach;
  /** What to do and whom to call, for each kind of red. */
  cards: readonly SafeguardingCard[];
  /** Other threads of the same person, on their other channels. */
  others: readonly string[];
}

export type ThreadEntry = { id: string; at: number } & (
  | { kind: 'citizen'; text: string }
  | {
      kind: 'sent';
      media: 'voice' | 'photo' | 'other';
      /** `id`: for `Inbox.file`; `null`: it is being fetched, is gone, or is of a kind that is not kept. */
      file: { id: string; seconds?: number | undefined; words: string | null } | null;
    }
  | { kind: 'reply'; by: Colleague; text: string; canned?: string; fate?: ReplyFate }
  | { kind: 'note'; by: Colleague; text: string }
  | { kind: 'handed_over'; reason: string }
  /** `by` is `null` where the citizen went back to the bot, or time did. */
  | { kind: 'given_back'; by: Colleague | null }
);

/** As it was kept: cleaned, without the place a photo was taken at. `type`: of its bytes. */
export interface ThreadFile {
  media: 'voice' | 'photo';
  type: string;
  bytes: Buffer;
}

/** What became of a reply, as far as its platform tells. */
export type ReplyFate = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';

/** Whether a reply may go out now. `endsAt`: when WhatsApp's window ends or ended, where there is one. */
export type Reach =
  | { may: true; most: number; endsAt?: number | undefined }
  | { may: false; why: Unreachable; endsAt?: number | undefined };

export const UNREACHABLE = ['blocked', 'stopped', 'window_closed', 'gone', 'with_bot'] as const;
/** `with_bot`: claim it first, and the bot is silent. */
export type Unreachable = (typeof UNREACHABLE)[number];

export interface Identity {
  channel: string;
  /** Class A. */
  address: string;
}
