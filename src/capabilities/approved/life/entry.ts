import { createHash } from 'node:crypto';
import type { Role } from '../../../web/staff/index.ts';

/** Where an entry stands: being written, waiting for a second person, said in the campaign's name, taken back. */
export const STATES = ['draft', 'submitted', 'approved', 'withdrawn'] as const;
export type State = (typeof STATES)[number];

/** What an entry says, by field; `''` where nothing is written. Which fields there are, its kind says. */
export type Content = Readonly<Record<string, string>>;

/** What citizens read: exactly what a second person approved. */
export interface Live {
  content: Content;
  hash: string;
  /** Account that approved it, and those that wrote it. */
  by: string;
  authors: readonly string[];
  /** Milliseconds since 1970. */
  at: number;
}

export interface Step {
  /** Random; tells a write whose answer was lost from somebody else's. */
  token: string;
  what: 'create' | 'edit' | 'submit' | 'approve' | 'reject' | 'withdraw';
  by: string;
  role: Role;
  at: number;
  hash: string;
  reason?: string;
}

/**
 * Something said in the campaign's name that may change: one person writes it, another approves it. While it is being
 * changed, what was approved last stays what citizens read.
 */
export interface Entry {
  id: string;
  org: string;
  state: State;
  /** What is being written, or was approved last. */
  content: Content;
  hash: string;
  /** Every write adds one. */
  rev: number;
  /** Accounts that changed a word of it, or handed it in, since it was approved last. None of them may approve it. */
  authors: readonly string[];
  live?: Live | undefined;
  /** How often it was approved. */
  version: number;
  history: readonly Step[];
  demo: boolean;
  changedAt: number;
}

/** SHA-256 of the fields in the order of their names, in hex. */
export const hashOf = (content: Content): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
