import type { InboundContent } from '../../domain/message.ts';
import type { EngineEvent, Session, Value } from '../../engine/types.ts';

/** What the people of one phone are told apart by: things that a picture and a plain word both name. */
export const SIGNS = ['soleil', 'lune', 'eau', 'maison'] as const;
export type Sign = (typeof SIGNS)[number];

/** What flows ask of the conversation itself where a phone is shared. */
export const DEEDS = {
  /** Asks who it is. */
  who: 'conversation.who',
  /** The answer to it: a sign, or `nouveau`. */
  change: 'conversation.change',
  /** Nothing leaves to anybody on this phone any more. */
  stopAll: 'conversation.stop_all',
  /** Everything of everybody on this phone is destroyed. */
  eraseAll: 'conversation.erase_all',
} as const;
export type Deed = (typeof DEEDS)[keyof typeof DEEDS];

/** Somebody new, as an answer to who it is. */
export const NEWCOMER = 'nouveau';

/** What a turn's flows asked for by this name. */
export const askedFor = (events: readonly EngineEvent[], deed: Deed): Record<string, Value> | undefined =>
  events.flatMap((event) => (event.kind === 'asked_for' && event.effect === deed ? [event.params] : []))[0];

/** Part of a talk on a phone that several people have had in hand. */
export interface OnPhone {
  sign: Sign;
  /** When its person wrote last; milliseconds since 1970. */
  wrote: number;
  /** What the house began for them and could not be said to whoever had the phone; the oldest first. */
  kept?: readonly Kept[] | undefined;
  /** When the phone said last that something waits for them. */
  told?: number | undefined;
  /** It is being asked who it is; nothing else is understood meanwhile. */
  asking?: Asking | undefined;
  /** The answer by which they took the phone: the second of two quick taps is known by it (C12). */
  taken?: { sid: string; step: string; at: number } | undefined;
}

/** A flow to begin, or somebody's own words. */
export type Kept =
  | { kind: 'prompt'; flow: string; params: Record<string, Value> }
  | { kind: 'words'; text: string };

/** Somebody takes up their talk where others have one too: what was kept for them, and what they wrote already. */
export interface Returning {
  kind: 'returned';
  kept: readonly Kept[];
  held?: InboundContent;
}

/** The question stands in the talk of whoever had the phone last, apart from what that talk itself asks. */
export interface Asking {
  session: Session | null;
  /** What was written after a long silence: it is heard once it is known who wrote it. */
  held?: InboundContent;
}

/** Somebody on this phone whose talk waits. What it holds only their own key opens. */
export interface Parked {
  seat: number;
  person: string;
  sign: Sign;
  /** Ours to carry, the store's to read. */
  stored: unknown;
}

/** What a flow may know of the phone: never whose the signs are. */
export interface PhoneSeen {
  sign: Sign;
  /** Of the others. */
  others: readonly Sign[];
}

/** Where a phone stands that nobody shares. */
export const ALONE: PhoneSeen = { sign: SIGNS[0], others: [] };
