import type { Lang } from '../../domain/language.ts';
import type { AuditAct, Role } from '../../web/staff/index.ts';

/** Who may read and answer. A viewer sees figures alone; editors, verifiers and analysts have nothing to do with it. */
export const INBOX_ROLES = ['admin', 'organiser', 'coordinator'] as const satisfies readonly Role[];
/** Who may give a thread to somebody else, and take it from somebody. */
export const ASSIGNING_ROLES = ['admin', 'organiser'] as const satisfies readonly Role[];

/** Characters of one reply: one message on every platform, and no more than ten where it goes as SMS. */
export const MAX_REPLY = 1500;
export const MAX_NOTE = 1000;
export const MAX_TAGS = 8;
/** What a tag is written as: lower-case letters, digits and "-", as `tagOf` makes them. */
export const TAG = /^[a-z0-9][a-z0-9-]{0,23}$/;
/** "Somebody is answering" holds so long after each sign of it, milliseconds. */
export const ANSWERING_MS = 30_000;
/** A thread sleeps a month at most: it is kept for three. Milliseconds. */
export const MAX_SNOOZE_MS = 30 * 86_400_000;
export const THREADS_A_PAGE = 25;
/** The newest of a thread that are shown; milliseconds of reading have a limit too. */
export const MOST_ENTRIES = 200;

/** Who looks: what they see stays within their organisation, and a coordinator's within their regions. */
export interface InboxStaff {
  id: string;
  role: Role;
  org: string;
  /** Slugs; absent: all. */
  regions?: readonly string[] | undefined;
}

/**
 * The inbox as one member of staff has it. Looks at content are recorded by the frame (`reads: 'A'`); everything that is
 * decided here is recorded here, before it is written.
 */
export type InboxOf = (staff: InboxStaff, audit: AuditAct) => Inbox;

export interface Inbox {
  /** Red ones first, then who has waited longest. A page outside the list is moved to its nearest end. */
  list(filter: ThreadFilter, page: number): Promise<ThreadPage>;
  counts(): Promise<InboxCounts>;
  /** Changes when anything in the list does, or in one thread: for a page that is open. Cheap; no content. */
  stamp(id?: string): Promise<string>;
  /** `null`: there is none, it is another organisation's or region's, or its person was erased. */
  thread(id: string): Promise<Thread | null>;
  /** Where its channel knows the person: a phone number, a chat. Only after `ctx.reveal`. `null`: nothing to show. */
  identity(id: string): Promise<Identity | null>;

  /**
   * Makes it this person's: of two at once one gets it. Where the bot has the talk it is taken from it, and the citizen
   * told so. One that sleeps or is closed is open again.
   */
  claim(id: string): Promise<Done>;
  /** Nobody's again; it waits. The talk stays a person's. */
  release(id: string): Promise<Done>;
  /** @param to account id, one of `colleagues` */
  assign(id: string, to: string): Promise<Done>;
  tag(id: string, tag: string): Promise<Done>;
  untag(id: string, tag: string): Promise<Done>;
  /** Sleeps until then, or until the citizen writes. @param until milliseconds since 1970 */
  snooze(id: string, until: number): Promise<Done>;
  wake(id: string): Promise<Done>;
  /** Done with: a talk that is still a person's is given back to the bot where its flow says. */
  close(id: string): Promise<Done>;
  /** It is no danger, or is seen to: out of the red queue. `why` is kept as a note. */
  calm(id: string, why: string): Promise<Done>;
  note(id: string, text: string): Promise<Done>;
  /**
   * Goes out in the replies' lane. `key`: of the form, so that one sent twice is one reply. `canned`: id of the canned
   * reply that was sent as it is. Claims a thread that is nobody's; refused where it is somebody else's.
   */
  reply(id: string, reply: { text: string; key: string; canned?: string }): Promise<Done>;
  /** Gives the talk back to the bot, which tells the citizen and goes on. @param step of `steps`; absent: where its flow says */
  resume(id: string, step?: string): Promise<Done>;
  /** "Somebody is answering", for {@link ANSWERING_MS}. Says nothing where the thread is somebody else's. */
  typing(id: string): Promise<void>;
  /** Where the bot could go on; empty where it has the talk. */
  steps(id: string): Promise<ResumeStep[]>;
  /** To whom a thread may be given: of this organisation, with a role that answers. */
  colleagues(): Promise<Colleague[]>;
  /** Tags in use, the most used first. */
  tags(): Promise<string[]>;
}

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
      /** For `/staff/media/:file`; `null`: it is being fetched, is gone, or is of a kind that is not kept. */
      file: { id: string; seconds?: number | undefined; words: string | null } | null;
    }
  | { kind: 'reply'; by: Colleague; text: string; canned?: string; fate?: ReplyFate }
  | { kind: 'note'; by: Colleague; text: string }
  | { kind: 'handed_over'; reason: string }
  /** `by` is `null` where the citizen went back to the bot, or time did. */
  | { kind: 'given_back'; by: Colleague | null }
);

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

/** `by`: who has it, where `why` is `taken`. */
export type Done = { kind: 'done' } | { kind: 'refused'; why: WhyNot; by?: Colleague };

export const WHY_NOT = [
  ...UNREACHABLE,
  /** There is no such thread for this person. */
  'no_thread',
  /** Somebody else has it. */
  'taken',
  /** It is in no state for that: given back already, not asleep, not red. */
  'not_now',
  'empty',
  'too_long',
  'bad_tag',
  'too_many_tags',
  'bad_time',
  'no_such_colleague',
  'no_such_step',
  'not_allowed',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

export interface ResumeStep {
  key: string;
  /** What the bot would say there, in French. */
  words: string;
  /** Where it goes on by itself when none is chosen. */
  usual?: true;
}

export const SENSITIVE_KINDS = [
  'violence',
  'threat',
  'suicide',
  'child',
  'ransom',
  'weapons',
  'sexual',
] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

export interface Red {
  kinds: readonly SensitiveKind[];
  since: number;
}

/** A word that sends a thread to the red queue, with where it is from. */
export interface SensitiveWord {
  kind: SensitiveKind;
  lang: Lang;
  word: string;
  source: string;
}

/** What to do about one kind; words for staff, by language of the staff site. */
export interface SafeguardingCard {
  kind: SensitiveKind;
  title: Readonly<Record<'fr' | 'en', string>>;
  /** In this order. */
  todo: Readonly<Record<'fr' | 'en', readonly string[]>>;
  call: readonly SafeguardingCall[];
}

/** Whom to call, and how soon they must have it. A name and number stand in no code: the duty list has them. */
export interface SafeguardingCall {
  who: Readonly<Record<'fr' | 'en', string>>;
  /** Minutes to acknowledge and to act, by the escalation table; `null`: it sets none. */
  ackMin: number | null;
  actMin: number | null;
}

/** Words that are looked for in what citizens write to a person; data with its source. */
export interface SafeguardingWords {
  list(): readonly SensitiveWord[];
  cards(): readonly SafeguardingCard[];
}

/** Of one organisation; by the one who edits. */
export type CannedRepliesOf = (staff: InboxStaff, audit: AuditAct) => CannedReplies;

export interface CannedReplies {
  /** By title. */
  list(): Promise<CannedReply[]>;
  find(id: string): Promise<CannedReply | null>;
  /** @param id `null` makes a new one. `rev` guards against two who edit at once. */
  save(id: string | null, reply: CannedForm, rev: number): Promise<CannedDone>;
  remove(id: string, rev: number): Promise<CannedDone>;
}

export interface CannedForm {
  title: string;
  /** By language, at least one; each up to {@link MAX_REPLY}. */
  texts: Readonly<Record<Lang, string>>;
}

export interface CannedReply extends CannedForm {
  id: string;
  rev: number;
}

export type CannedDone =
  | { kind: 'done'; id: string }
  | { kind: 'refused'; why: 'no_such_reply' | 'stale' | 'empty' | 'too_long' | 'too_many' | 'not_allowed' };

/** All the pages are made of. */
export interface InboxParts {
  inboxOf: InboxOf;
  cannedOf: CannedRepliesOf;
  words: SafeguardingWords;
  /** Languages citizens choose from, for canned replies. */
  languages: readonly Lang[];
}
