import type { z } from 'zod';
import type { Told } from '../domain/how.ts';
import type { GlobalIntent, Intent, Lang } from '../domain/language.ts';
import type { Inbound, InboundContent, Lane, Outbound } from '../domain/message.ts';
import type { CallValue, EngineEvent, Session, TextKey, Value, Walked } from '../engine/types.ts';
import type { Pace } from './pace.ts';
import type { PhoneSeen } from './phone/on-phone.ts';

/** What a door learns. Both mean: durable, tell the platform 200. Anything else is thrown as a `Fault`. */
export type Receipt = 'committed' | 'duplicate';

/**
 * The one way in. Resolves once the message is durable (w: majority, j: true) or known to be already;
 * throws `Fault` `unavailable` within 3 s otherwise, and the door answers 503 so that the platform comes again.
 */
export type Receive = (message: Inbound) => Promise<Receipt>;

/** A flow the house itself begins in a talk: a reminder, a published update. */
export interface Prompted {
  /** Whose talk; the id the effects of that talk came with. */
  conversation: string;
  /** The same id in the same conversation is one prompt, however often it is asked for. */
  id: string;
  /** A flow with the trigger `{ event: prompt }`. */
  flow: string;
  /** The variables the flow declares in its `params`. */
  params: Record<string, Value>;
  /** `broadcast` is not sent a second time where it is in doubt (COMMIT rule 10). */
  lane: Lane;
}

/**
 * What became of a prompt. `gone`: the person was erased, said stop, has not agreed, or was never there; nothing left.
 * Throws `Fault` `unavailable` when it is not known: ask again with the same id.
 */
export type Prompt = (prompt: Prompted) => Promise<Receipt | 'gone'>;

/** A talk somebody had, and gives back to the bot. */
export interface GivenBack {
  conversation: string;
  /** The same id in the same conversation is one giving back, however often it is asked for. */
  id: string;
  /** Where the bot goes on; where the flow says, if this is absent or no step of it. */
  step?: string | undefined;
  /** Account of who gives it back. */
  by?: string | undefined;
}

/** Nothing happens to a talk nobody has. `gone`: there is no talk. Throws `Fault` `unavailable` as a {@link Prompt} does. */
export type GiveBack = (given: GivenBack) => Promise<Receipt | 'gone'>;

/** A member of staff takes a talk from the bot: what runs waits below, and the person is told. */
export interface Taken {
  conversation: string;
  id: string;
  /** Account of who takes it. */
  by: string;
}

/** One that somebody has already stays theirs. `gone`: nobody is there to be told, or they may not be written to. */
export type Take = (taken: Taken) => Promise<Receipt | 'gone'>;

/** Words of a member of staff for the person whose talk they have. */
export interface Spoken {
  conversation: string;
  /** The same id in the same conversation is said once, however often it is asked for. */
  id: string;
  by: string;
  text: string;
  /** Which canned reply it was. */
  canned?: string | undefined;
}

/** `gone`: nobody has this talk any more, or its person cannot or may not be written to; nothing left. */
export type Speak = (spoken: Spoken) => Promise<Receipt | 'gone'>;

/** What is known of one attempt to send. */
export type SendOutcome =
  /** The platform has it. `as`: its own id for it, where a {@link Delivery} will tell more of it; left out elsewhere. */
  | { kind: 'sent'; as?: string }
  /**
   * Certainly not sent; come again after `afterMs` (429, connection refused). `orWhenSpokenTo`: or as soon as there is
   * more to say in this conversation, as the person has written then. `forAll`: nothing more is to be asked of this
   * account before, whoever it is for.
   */
  | { kind: 'retry'; afterMs: number; code: string; orWhenSpokenTo?: true; forAll?: true }
  /** Never to be tried again. `gone` marks the person as out of reach on this channel. */
  | { kind: 'refused'; code: string; gone: boolean }
  /** The request left and no answer came. */
  | { kind: 'unknown'; code: string };

/** What a platform tells later of a message it has taken. */
export interface Delivery {
  /** What `send` returned as `as`. */
  id: string;
  state: 'sent' | 'delivered' | 'read' | 'failed';
  /** Of a failure: the platform's own. */
  code?: string;
  /** Of a failure: the person cannot be reached any more, as with `refused`. */
  gone?: true;
  /** What kind of message the campaign pays for with it; the platform may tell it with every state. */
  metered?: string;
}

/**
 * Where a channel tells it, in any order and as often as the platform does. Resolves when it is kept; rejects with a
 * `Fault` `unavailable` when the platform is to come again with it.
 */
export type TellDelivery = (delivery: Delivery) => Promise<void>;

/** A file somebody sent, as its platform gives it back. */
export type Fetched =
  /** `type` is what the platform calls it; what it is, its bytes tell. */
  | { kind: 'file'; type: string; bytes: Buffer }
  /** The platform does not have it, and never will again. */
  | { kind: 'gone' }
  /** It weighs more than `MAX_SENT_BYTES`, and was not read. */
  | { kind: 'too_large' }
  /** Not now: the platform is away, or asks for patience. */
  | { kind: 'later'; afterMs: number };

/** A channel as the rooms in the middle see it. Its own settings, doors and shapes stay in its folder. */
export interface Channel {
  readonly id: string;
  /** The other end keeps a message id once, however often it is sent: nothing is ever in doubt. */
  readonly dedupes?: boolean;
  /** How fast its platform takes messages; without one, as fast as they come. */
  readonly pace?: Pace;
  /** One attempt; never throws for what the network or the platform does. */
  send(message: Outbound, account: string): Promise<SendOutcome>;
  /** Brings a file by the `id` its message came with; never throws for what the network or the platform does. */
  fetch?(id: string, account: string): Promise<Fetched>;
  /** A file was fetched for good: where the channel itself keeps it, it may go. Never throws. */
  forget?(id: string, account: string): Promise<void>;
  /** Whether its platform answers at all: asked after an answer was lost. Changes nothing there; never throws. */
  answers?(): Promise<boolean>;
  /** Begins to bring messages in (polling, webhook registration). */
  start?(receive: Receive): Promise<void>;
  /** Takes no new message; resolves when none is in hand. Sending goes on. */
  stop?(): Promise<void>;
  /** Lets go of what sending needs; nothing is sent any more. */
  close?(): Promise<void>;
}

/** Makes words out of keys; the only room that does is `language`. */
export interface Speaker {
  readonly languages: readonly Lang[];
  readonly fallback: Lang;
  /** A missing text falls back, and is reported once. */
  say(lang: Lang, text: TextKey, params?: Record<string, Value>): string;
}

/** Recordings of texts, by what they say. */
export interface TextVoices {
  /** The id of a recording in the media store; `undefined` where there is none that says these very words. */
  of(lang: Lang, text: TextKey): string | undefined;
}

/** Whole-utterance intents, exact before safe before French-like spelling. */
export interface IntentReader {
  intent(
    text: string,
    told?: Told,
  ): { kind: 'one'; intent: Intent } | { kind: 'many'; intents: Intent[] } | { kind: 'none' };
}

/**
 * In what words were written that nothing understood: a script the bot cannot read yet, or plainly a language other than
 * the one talked in. Pure; asked of such words only.
 */
export type WritingReader = (
  text: string,
  lang: Lang,
) => { kind: 'nko' } | { kind: 'language'; lang: Lang } | { kind: 'unknown' };

export type { GlobalIntent };

/** Ids an effect may need. Everything else it gets comes as parameters. */
export interface EffectContext {
  person: string;
  conversation: string;
  channel: string;
  /** Which of our accounts there the talk is with. */
  account?: string;
  /** Where this talk's replies go; class A. */
  address: string;
  lang: Lang;
  /** Day of the turn, `YYYY-MM-DD`. */
  day: string;
  /** This person talks with other accounts too. */
  joined?: true;
  /** Others use the same phone. */
  shared?: true;
}

/** One effect to apply. `id` is an HMAC of (conversation, rev, index): the same effect always has the same id. */
export interface EffectItem<P = unknown> {
  id: Buffer;
  /** The revision of the conversation that ordered it. */
  rev: number;
  context: EffectContext;
  params: P;
}

/** What a turn made of a talk, for effects that count it. */
export interface Passage {
  /** Milliseconds since 1970. */
  now: number;
  before: { session: Session | null; lang: Lang };
  after: Passage['before'];
  /** The way through the steps in between. */
  walk: readonly Walked[];
  /** A voice message no question asked for, and that may be kept: `file` is its channel's name of it. */
  sent?: { media: 'voice'; file: string };
  /** What happened in it, in order. */
  events: readonly EngineEvent[];
  /** Its person wrote, rather than the house; and where. */
  wrote?: { channel: string };
  /** Whether its person may be written to, where that is new or they wrote for the first time this day. */
  standing?: PersonStanding;
  /** What the house had begun while somebody else had the phone, and was said now. */
  begun?: readonly Pick<Prompted, 'flow' | 'params'>[];
  /** A member of staff did it: took the talk, gave it back, or said this in it. */
  staff?: StaffDeed;
}

/** What decides whether somebody is written to, as a turn left it. */
export interface PersonStanding {
  /** Purpose → version of the text agreed to. */
  consents: Readonly<Record<string, number>>;
  agreed: boolean;
  stopped: boolean;
  /** They cannot be reached in this talk any more. */
  away: boolean;
  /** They wrote, rather than the house. */
  wrote: boolean;
  /** Nobody has written: they were brought here to be written to. */
  brought?: true;
}

/** `id`: under which it was asked for. */
export interface StaffDeed {
  by?: string | undefined;
  said?: Pick<Spoken, 'id' | 'text' | 'canned'>;
}

/**
 * What a capability does because a turn was committed. `from` is pure and says which of a turn's events ask for it;
 * `apply` takes a batch, is idempotent under the ids, and may be repeated after a crash.
 */
export interface EffectKind<P = unknown> {
  readonly name: string;
  readonly params: z.ZodType<P>;
  from(event: EngineEvent): P[];
  /** The same for the turn as a whole. */
  fromTurn?(passage: Passage): P[];
  /** So long its effects wait for others to share a batch, in milliseconds; nobody waits for them, no call sees them. */
  readonly gatherMs?: number;
  /** It is tried however often it takes; of others, after five tries, what they cannot apply is kept for a person (T29). */
  readonly endless?: true;
  apply(batch: readonly EffectItem<P>[]): Promise<void>;
}

/** A flow's question to a capability. `reads` may be repeated; `claims` are idempotent under (conversation, inbound id, call number). */
export interface CallKind {
  readonly name: string;
  readonly kind: 'reads' | 'claims';
  readonly params: z.ZodType<Record<string, Value>>;
  run(params: Record<string, Value>, context: CallContext): Promise<CallValue>;
}

export interface CallContext extends EffectContext {
  /** Who shares the phone, where several people have used it. */
  phone?: PhoneSeen;
  /** The claim's identity. */
  claim: { inbound: string; call: number };
  /** What the person sent in this turn: for who looks at it and keeps nothing. It never enters the talk's state. */
  sent?: InboundContent;
}

/** Seals class A values (AES-256-GCM). `place` is `collection/field/id` and is authenticated: a swapped ciphertext does not open. */
export interface Sealer {
  seal(plain: string, place: string): Buffer;
  /** Throws a `Fault` when the bytes were changed, swapped, or sealed under a key that is gone. */
  open(sealed: Uint8Array, place: string): string;
}

/** Keyed look-up value (HMAC-SHA-256, one key a purpose) of the parts; 32 bytes. */
export type Fingerprint = (purpose: string, ...parts: string[]) => Buffer;
