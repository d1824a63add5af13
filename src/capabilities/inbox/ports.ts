import type { Lang } from '../../domain/language.ts';
import type { AuditAct } from '../../web/staff/index.ts';
import type { CannedRepliesOf } from './canned/ports.ts';
import type { SafeguardingWords } from './safeguarding/ports.ts';
import type { InboxStaff } from './staff.ts';
import {
  type Colleague,
  type Identity,
  type InboxCounts,
  type Thread,
  type ThreadFile,
  type ThreadFilter,
  type ThreadPage,
  UNREACHABLE,
} from './threads/ports.ts';

export * from './canned/ports.ts';
export * from './safeguarding/ports.ts';
export * from './staff.ts';
export * from './threads/ports.ts';

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
  /** A voice or photo. `null`: it does not stand in this thread, is gone by now, or the thread is not for them. */
  file(id: string, file: string): Promise<ThreadFile | null>;
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

/** All the pages are made of. */
export interface InboxParts {
  inboxOf: InboxOf;
  cannedOf: CannedRepliesOf;
  words: SafeguardingWords;
  /** Languages citizens choose from, for canned replies. */
  languages: readonly Lang[];
}
