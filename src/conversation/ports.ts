import type { z } from 'zod';
import type { GlobalIntent, Intent, Lang } from '../domain/language.ts';
import type { Inbound, Lane, Outbound } from '../domain/message.ts';
import type { CallValue, EngineEvent, Session, TextKey, Value, Walked } from '../engine/types.ts';

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
}

/** Nothing happens to a talk nobody has. `gone`: there is no talk. Throws `Fault` `unavailable` as a {@link Prompt} does. */
export type GiveBack = (given: GivenBack) => Promise<Receipt | 'gone'>;

/** What is known of one attempt to send. */
export type SendOutcome =
  /** The platform has it. */
  | { kind: 'sent' }
  /**
   * Certainly not sent; come again after `afterMs` (429, connection refused). `orWhenSpokenTo`: or as soon as there is
   * more to say in this conversation, as the person has written then.
   */
  | { kind: 'retry'; afterMs: number; code: string; orWhenSpokenTo?: true }
  /** Never to be tried again. `gone` marks the person as out of reach on this channel. */
  | { kind: 'refused'; code: string; gone: boolean }
  /** The request left and no answer came. */
  | { kind: 'unknown'; code: string };

/** A channel as the rooms in the middle see it. Its own settings, doors and shapes stay in its folder. */
export interface Channel {
  readonly id: string;
  /** The other end keeps a message id once, however often it is sent: nothing is ever in doubt. */
  readonly dedupes?: boolean;
  /** One attempt; never throws for what the network or the platform does. */
  send(message: Outbound, account: string): Promise<SendOutcome>;
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

/** Whole-utterance intents, exact before safe before French-like spelling. */
export interface IntentReader {
  intent(
    text: string,
  ): { kind: 'one'; intent: Intent } | { kind: 'many'; intents: Intent[] } | { kind: 'none' };
}

export type { GlobalIntent };

/** Ids an effect may need. Everything else it gets comes as parameters. */
export interface EffectContext {
  person: string;
  conversation: string;
  channel: string;
  /** Where this talk's replies go; class A. */
  address: string;
  lang: Lang;
  /** Day of the turn, `YYYY-MM-DD`. */
  day: string;
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
  /** The claim's identity. */
  claim: { inbound: string; call: number };
}

/** Seals class A values (AES-256-GCM). `place` is `collection/field/id` and is authenticated: a swapped ciphertext does not open. */
export interface Sealer {
  seal(plain: string, place: string): Buffer;
  /** Throws a `Fault` when the bytes were changed, swapped, or sealed under a key that is gone. */
  open(sealed: Uint8Array, place: string): string;
}

/** Keyed look-up value (HMAC-SHA-256, one key a purpose) of the parts; 32 bytes. */
export type Fingerprint = (purpose: string, ...parts: string[]) => Buffer;
