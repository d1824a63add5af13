import type { Lang } from '../domain/language.ts';
import type { Inbound, Outbound } from '../domain/message.ts';
import type { Profile } from '../domain/person.ts';
import type { Due, Session } from '../engine/types.ts';
import type { Entry } from './entry.ts';
import type { ConversationId, InboundId, Route } from './ids.ts';
import type { OnPhone, Parked } from './phone/on-phone.ts';
import type { EffectContext, EffectItem } from './ports.ts';
import type { Requested } from './requests.ts';
import { hasConsented } from './script.ts';

export type { ConversationId, InboundId, Route };

/** A question that has its answer; `at` in milliseconds since 1970. */
export interface Answered {
  sid: string;
  step: string;
  at: number;
}

/** What the envelope of a conversation holds. */
export interface Talk {
  session: Session | null;
  profile: Profile;
  /** The second of two quick taps is known by it (C12). */
  answered?: Answered | undefined;
  route: Route;
  /** When it goes on by itself. */
  due?: Due | undefined;
  /** When it will be woken: never later than `due`, and named after what was due when that was promised. */
  promised?: Due | undefined;
  /** It ended by itself since its person wrote last: what they write next is new, and they are told so. */
  over?: true | undefined;
  /** Languages that were offered because the person wrote in them: each is, once. */
  offered?: readonly Lang[] | undefined;
  /** A voice message that is kept once its person has agreed. */
  unheard?: { file: string } | undefined;
  /** What it asks now could not be said: it is asked before a word counts as its answer. */
  unsaid?: true | undefined;
  /** Its person has other talks too, in which the same consent and "stop" hold. */
  joined?: true | undefined;
  /** Its person cannot be reached any more: nothing leaves unasked until they are back. */
  away?: true | undefined;
  /** Day its person wrote last, `YYYY-MM-DD`; of who has not agreed it is not kept. */
  wroteOn?: string | undefined;
  /** What its person was asked to send by a key, which stands on their phone until it is taken away. */
  requested?: Requested | undefined;
  /** What its person came or asked for, until they have agreed. */
  wanted?: string | undefined;
  /** Several people have used its phone. */
  phone?: OnPhone | undefined;
}

/** A talk that is parked, or was changed where it is parked. */
export interface Laid extends Omit<Parked, 'stored'> {
  talk: Talk;
}

/** Who of several people on a phone talks, and the others. */
export interface Seats {
  /** Of whoever talks; the first one's is 0. */
  seat: number;
  /** The highest that was ever given. */
  seats: number;
}

/** An outgoing message as the conversation document carries it until it is sent. */
export interface OutItem {
  message: Outbound;
  route: Route;
  /** Id of the prompt of a broadcast: it is not sent again in doubt (rule 10), and under this name that is told. */
  broadcast?: string;
  /** Somebody of staff said it, in the talk of this name: they are shown what becomes of it. */
  saidIn?: string;
  /** Times it was taken over after a crash or repeated after a lost answer; above 0 it is marked for the reader. */
  again: number;
  /** Nobody has begun to send it: whoever begins it first does. Until then any process may have it in hand. */
  untried?: true;
  /** Ids of what this conversation was to be told before it, and another process may still be at (C12). Not stored. */
  after?: readonly string[];
}

/** An effect as the document carries it until it is applied. */
export interface OrderedEffect extends EffectItem {
  kind: string;
  /** How often it was taken over because it was not applied. */
  again?: number;
}

/** What is known, without asking, of the ids that left a ring. */
export interface LeftIds {
  /** `false`: it is none of them. `true`: `seen` must be asked. */
  mayHave(inbound: InboundId): boolean;
}

/** A conversation as it was read, at a revision. */
export interface Conversation {
  id: ConversationId;
  /** 0: not stored yet. */
  rev: number;
  /** Who talks; `null` on a tombstone. */
  person: string | null;
  talk: Talk | null;
  /** When it was erased, milliseconds since 1970. */
  erasedAt: number | null;
  /** The last inbound ids, oldest first. */
  ring: readonly InboundId[];
  /** Ids that have left the ring; `null`: none. */
  left: LeftIds | null;
  /** Ids of messages not sent yet when it was read, in their order; those of this process are among them. */
  unsent: readonly string[];
  /** Several people have used its phone: who talks, and the talks of the others. */
  shared?: Seats & { parked: readonly Parked[] };
}

/** A conversation nobody has begun. */
export const neverSeen = (id: ConversationId): Conversation => ({
  id,
  rev: 0,
  person: null,
  talk: null,
  erasedAt: null,
  ring: [],
  left: null,
  unsent: [],
});

/** Everything one turn changes, written in one atomic operation or not at all. */
export interface Commit {
  /** What the turn started from; its `rev` is the guard. */
  base: Conversation;
  inbound: InboundId;
  person: string | null;
  /** `null`: the conversation becomes (or stays) a tombstone. */
  talk: Talk | null;
  out: readonly OutItem[];
  effects: readonly { kind: string; context: EffectContext; params: unknown }[];
  /** Milliseconds since 1970: when the erased one was erased. */
  erasedAt: number | null;
  /** Whose the phone is from now on; absent: as before. */
  seating?: Seats & { parked: readonly (Parked | Laid)[] };
  /** Somebody is erased: nothing of this turn is sealed under a key that may go next. */
  erases?: boolean;
}

/** What was committed, ready to be applied and sent by this process. */
export interface Committed {
  effects: readonly OrderedEffect[];
  out: readonly OutItem[];
}

export type CommitOutcome =
  | { kind: 'committed'; committed: Committed }
  | { kind: 'duplicate' }
  | { kind: 'conflict' };

/** What a crash or a stuck process left undone. */
export interface Leftover extends Committed {
  conversation: ConversationId;
}

/** Conversations as the path of a turn needs them. The adapter is in `store`. Every method hides an outage of ≤ 8 s. */
export interface Conversations {
  id(message: Inbound): ConversationId;
  inboundId(message: Inbound): InboundId;
  /** The same for what the house begins; no message can have it. */
  promptId(conversation: ConversationId, id: string): InboundId;
  /** Reads with majority. `fresh` passes the cache over. A conversation never seen comes back at revision 0. */
  load(id: ConversationId, fresh?: boolean): Promise<Conversation>;
  /** A new person with a key of their own. */
  newPerson(id: ConversationId): Promise<string>;
  /** A talk that waits; `null`: its person was erased. */
  openParked(id: ConversationId, parked: Parked): Promise<Talk | null>;
  /** A person no commit came to use: another process greeted them first. */
  dropPerson(person: string): Promise<void>;
  /** Asked only when ids have left the ring. */
  seen(inbound: InboundId): Promise<boolean>;
  commit(commit: Commit): Promise<CommitOutcome>;
  /** Takes away what is done. Not guarded: it commutes with every commit. */
  done(id: ConversationId, what: { out?: readonly string[]; effects?: readonly Buffer[] }): Promise<void>;
  /** Says that this process still works on an item, for `forMs` more. */
  renew(id: ConversationId, outId: string, forMs: number): Promise<void>;
  /** Begins to send one that was `untried`. `false`: another process has, or it is gone. */
  begin?(id: ConversationId, outId: string): Promise<boolean>;
  /** Makes it `untried` again, with its tries, for a process that has its channel. */
  putBack?(id: ConversationId, outId: string): Promise<void>;
  /** Ids of the messages of a conversation that are still to be sent, in their order, whoever is at them. */
  unsent(id: ConversationId): Promise<readonly string[]>;
  /** Takes over what nobody works on any more, oldest first. */
  takeOver(limit: number): Promise<Leftover[]>;
  /**
   * Keeps what no turn could be made of, sealed, for a person to look at. `answered`: its id is committed all the same,
   * with an excuse for an answer. Each time it is buried counts as a try.
   */
  bury(entry: Entry, code: string, answered: boolean): Promise<void>;
  /** A turn could be made of it after all. */
  exhume(inbound: InboundId): Promise<void>;
  /** The same for an effect that cannot be applied. */
  buryEffect(id: ConversationId, effect: OrderedEffect, code: string): Promise<void>;
  /** Resolves when nothing waits to be written. */
  idle(): Promise<void>;
}

/** Nothing leaves unasked to who has not agreed, or has said stop. */
export const mayBeWrittenTo = (profile: Profile): boolean => !profile.stopped && hasConsented(profile);

/** The language of a person who has chosen none yet. */
export const langOf = (profile: Profile, fallback: Lang): Lang => profile.lang ?? fallback;
