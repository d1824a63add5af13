import type { Member } from '../../audiences/index.ts';
import type { EffectKind, Prompt, Prompted } from '../../../conversation/ports.ts';
import type { CollectionRule } from '../../../store/collections.ts';

/** Of one broadcast: people for whom it waits, who were told it in a talk they had begun, and for whom it waited in vain. */
export interface WaitingFigures {
  waiting: number;
  read: number;
  dropped: number;
}

/** Messages that open their person's next conversation, where a channel must not be used to broadcast (B11). */
export interface WaitingItems {
  mustWait(channel: string): boolean;
  /** Repeating it changes nothing. */
  wait(member: Pick<Member, 'id'>, broadcast: string): Promise<void>;
  figures(broadcast: string): Promise<WaitingFigures>;
  /** Nobody is told it any more; those who were stay counted. Safe to repeat. */
  cancel(broadcast: string): Promise<void>;
  /** What the house does when somebody writes: it tells them what has waited. */
  effect: EffectKind;
  /** How many wait for a person. */
  kept(person: string): Promise<number>;
  /** For erasure; how many went. Safe to repeat. */
  erase(person: string): Promise<number>;
  /** What waits for `from` waits for `to`. Safe to repeat. */
  unite(from: string, to: string): Promise<void>;
  collection: CollectionRule;
}

/** Something else that waits as a broadcast does, under ids of its own. */
export interface AlsoWaiting {
  /** What its ids look like; no broadcast has such a one. */
  ids: RegExp;
  /** So many of its kind for one person at most; the oldest is the first to go. */
  most: number;
  /** How it is said; the id under which every telling of it is known is its own. */
  said(id: string): Pick<Prompted, 'flow' | 'params'>;
  /** Whether it is still to be told. */
  wanted(id: string): Promise<boolean>;
}

/** What the house gives it. */
export interface WaitingRooms {
  prompt: Prompt;
  /** A person as audiences know them. */
  memberOf: (person: string) => Buffer;
  /** Channels where nobody may be written to unless they have written. */
  channels: readonly string[];
  /** Channels that take free words only for a while after the person's own: whoever was too late is told when they write. */
  windowed?: readonly string[];
  /** Flows in which somebody who is asked something is in the middle of nothing: the menu. */
  atRest: readonly string[];
  /** What flow says it, and with what. */
  flow: string;
  /** Whether a broadcast is still to be told. `later`: not now, as it is paused; `false`: it was cancelled. */
  wanted(broadcast: string): Promise<boolean | 'later'>;
  /** What is told before broadcasts are, and waits until its report goes. */
  also?: readonly AlsoWaiting[] | undefined;
  /** They were told it; for whoever counts recipients. May come twice. */
  told?(member: Buffer, broadcast: string): Promise<void>;
}
