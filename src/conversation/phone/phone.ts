import type { Laid, Seats, Talk } from '../conversation.ts';
import type { ConversationId } from '../ids.ts';
import { type Parked, type Sign, SIGNS } from './on-phone.ts';

/** A longer silence, and somebody else may have the phone in hand; milliseconds. */
export const SILENCE_MS = 4 * 3_600_000;

/** What a turn knows of the phone it happens on. */
export interface Phone extends Seats {
  /** The conversation's own id, whoever talks. */
  id: ConversationId;
  /** Everybody else. */
  parked: readonly Parked[];
  /** `null`: their key is gone, they were erased. */
  open(parked: Parked): Promise<Talk | null>;
  /** Somebody new, at the next seat. */
  admit(): Promise<{ person: string; seat: number }>;
}

/** Whose the phone is after a turn, where it was somebody else's before, and everybody else. */
export interface Seating extends Seats {
  person: string;
  parked: readonly (Parked | Laid)[];
}

/** Signs nobody on this phone has, the next one first. */
export const freeSigns = (taken: readonly Sign[]): Sign[] => SIGNS.filter((sign) => !taken.includes(sign));

/**
 * Whether whoever talked last is taken to have the phone in hand. Nobody else's words are read there otherwise: what the
 * house begins for them waits too.
 */
export const isAttended = ({ phone: on }: Talk, { parked }: Phone, now: number): boolean =>
  on === undefined || parked.length === 0 || (on.asking === undefined && now - on.wrote < SILENCE_MS);
