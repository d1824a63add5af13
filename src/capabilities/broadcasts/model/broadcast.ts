import type { Lang } from '../../../domain/language.ts';
import type { Role } from '../../../web/staff/index.ts';
import type { Audience, Scope } from '../../audiences/index.ts';
import type { BroadcastState } from './states.ts';

/** What is said, a text a language; a language without one is sent to nobody (B2). */
export type Texts = Readonly<Partial<Record<Lang, { text: string }>>>;

/** Again after so many days, until this moment (milliseconds since 1970). */
export interface Repeat {
  days: number;
  until: number;
}

/** All that a second person approves of a broadcast, and all its hash covers. */
export interface Wanted {
  content: Texts;
  audience: Audience;
  /** Regions nobody outside of is written to: those of the coordinator who began it. */
  scope: Scope;
  urgent: boolean;
  /** Milliseconds since 1970; `null`: as soon as it is launched. */
  at: number | null;
  every?: Repeat;
}

/** One entry of its history: who did what, when, to which content, and why. */
export interface HistoryEntry {
  /** Random; tells a write whose answer was lost from somebody else's. */
  token: string;
  what:
    | 'create'
    | 'edit'
    | 'submit'
    | 'approve'
    | 'reject'
    | 'launch'
    | 'cancel'
    | 'repeat'
    | 'hold'
    | 'begin';
  /** Account id; `''` where the house did it. */
  by: string;
  role?: Role;
  at: number;
  hash: string;
  reason?: string;
}

/** Why one that was launched waits for a person again. */
export const HELD = ['needs_second', 'identical', 'too_few', 'altered'] as const;
export type Held = (typeof HELD)[number];

/** A broadcast as it is kept. */
export interface Broadcast extends Wanted {
  id: string;
  org: string;
  /** For the staff; never goes out. */
  name: string;
  state: BroadcastState;
  /** Every write adds one, the sending's too. */
  rev: number;
  /** Who began it. */
  author: string;
  /** The saved audience whose conditions it has a copy of, as long as nobody has changed them here. */
  from?: string;
  /** Accounts that ever changed a word of it, handed it in or launched it. None of them may approve it (B4, T21). */
  authors: readonly string[];
  /** Of {@link Wanted}: of a repetition the hash of what the first was. */
  hash: string;
  /** Of the texts alone: whether another says the same. */
  sameness: string;
  /** How many one person might write to when it was begun; raising the setting since changes nothing. */
  alone: number;
  approval?: { by: string; at: number; hash: string };
  /** Once launched: when it is to go out. */
  due?: number;
  /** Somebody was asked whether it goes out though another says the same, and said so. */
  again?: true;
  /** Once the sending has begun: how many were to be written to then, and whether one person launched it. */
  admitted?: { at: number; recipients: number; alone: boolean };
  /** Why it waits for a person though it was launched, or why it ended. */
  why?: string;
  /** Which repetition of which broadcast this is, when the first was to go out, and which one goes out before it. */
  series?: { first: string; n: number; at: number | null; before: string };
  history: readonly HistoryEntry[];
  demo: boolean;
  /** Day it was begun. */
  since: string;
  changedAt: number;
}
