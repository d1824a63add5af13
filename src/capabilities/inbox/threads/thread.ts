import { z } from 'zod';
import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import type { SensitiveKind } from '../ports.ts';
import { ENTRIES, THREADS } from '../collections.ts';

const ID_BYTES = 16;
/** Offsets below 2^40 leave room for any number of turns below 2^53, where numbers stop being exact. */
const OFFSET_BYTES = 5;

/** A thread as it is stored, its bytes as buffers. Times in milliseconds since 1970. */
export interface KeptThread {
  /** 32 hexadecimal digits. */
  id: string;
  /** Whose it is, for erasure and for finding their others: a fingerprint of this purpose. */
  who: Buffer;
  /** Whose talk it is, sealed: the two together name a person. */
  reach: Buffer;
  org: string;
  region: string | null;
  channel: string;
  lang: string;
  reason: string;
  state: 'waiting' | 'claimed' | 'snoozed' | 'closed';
  with: 'staff' | 'bot';
  claimedBy: string | null;
  answering: { by: string; until: number } | null;
  snoozedUntil: number | null;
  tags: string[];
  red: { kinds: SensitiveKind[]; since: number } | null;
  unansweredSince: number | null;
  openedAt: number;
  lastAt: number;
  /** Grows with each thing the person writes: tells what was seen from what came since. */
  writtenOrder: number;
  rev: number;
}

/** Whom a thread belongs to and where its talk is. */
const reach = z.strictObject({ person: z.string(), conversation: z.string() });
export type Whose = z.infer<typeof reach>;

/** One thread a talk: whoever leaves with a talk leaves with what was written in it. */
export const threadId = (fingerprint: Fingerprint, conversation: string): Buffer =>
  fingerprint('inbox-thread', conversation).subarray(0, ID_BYTES);

/** @param name of what it comes of: an effect, or a note with the moment it was written */
export const entryId = (fingerprint: Fingerprint, ...name: string[]): Buffer =>
  fingerprint('inbox-entry', ...name).subarray(0, ID_BYTES);

/** A person, under a key of this purpose. */
export const whoOf = (fingerprint: Fingerprint, person: string): Buffer =>
  fingerprint('inbox-person', person).subarray(0, ID_BYTES);

/** Keeps the order within a talk, and the revision from being matched with the one in `conversations` (T6). */
export const orderOf = (fingerprint: Fingerprint, conversation: string, rev: number): number =>
  fingerprint('inbox-order', conversation).readUIntBE(0, OFFSET_BYTES) + rev;

export const sealReach = (sealer: Sealer, id: string, whose: Whose): Buffer =>
  sealer.seal(JSON.stringify(whose), `${THREADS}/reach/${id}`);

/** @throws Fault when the bytes were changed or belong to another thread */
export const openReach = (sealer: Sealer, { id, reach: sealed }: Pick<KeptThread, 'id' | 'reach'>): Whose =>
  reach.parse(JSON.parse(sealer.open(sealed, `${THREADS}/reach/${id}`)));

export const entryPlace = (id: string): string => `${ENTRIES}/sealed/${id}`;
export const ownerPlace = (id: string): string => `${ENTRIES}/owner/${id}`;

/** Without letters and digits that are taken for one another, on paper or on the phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const HANDLE_LENGTH = 5;

/** What a thread is called among colleagues: "K4-7T2". Two of the same are one in 24 million pairs. */
export function handleOf(id: string): string {
  let rest = Number.parseInt(id.slice(0, 12), 16);
  let letters = '';
  for (let at = 0; at < HANDLE_LENGTH; at += 1) {
    letters += ALPHABET.charAt(rest % ALPHABET.length);
    rest = Math.floor(rest / ALPHABET.length);
  }
  return `${letters.slice(0, 2)}-${letters.slice(2)}`;
}
