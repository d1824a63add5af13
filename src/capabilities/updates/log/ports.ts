import type { UpdateContent } from '../model/content.ts';
import type { Session } from './session-store.ts';

/** What one entry of the log says: a version was published, put right or taken away. Public, word for word. */
export type Statement = {
  v: 1;
  kind: 'published' | 'corrected' | 'withdrawn';
  /** `ML-2026-0042`. */
  number: string;
  /** A correction counts on; a withdrawal names the version it takes away. */
  version: number;
  /** When it was done: ISO 8601, UTC, whole seconds. */
  at: string;
  publisher: { id: string; name: string };
  /** Of a withdrawal: what is withdrawn, as it stood. */
  content: UpdateContent;
  /** Why it was corrected or withdrawn; null for what is published. */
  reason: string | null;
  /** Marks of two different people, good for this number alone: they tell that there were two, and never who. */
  author: string;
  verifier: string;
};

/** A statement in its place. */
export type LogEntry = {
  /** Counts from 1, without a gap. */
  seq: number;
  /** Hash of the entry before; 43 zeros for the first. */
  prev: string;
  /** SHA-256 of all of this entry but the hash itself, base64url. */
  hash: string;
  /** Id of the key it is signed with. */
  key: string;
  /** Ed25519 over the canonical JSON of the statement and its place; base64url. */
  signature: string;
  statement: Statement;
  /** Of the demonstration, which has a log of its own: it counts for itself, and no entry of one fits into the other. */
  demo: boolean;
};

/** A place in the log. */
export interface LogHead {
  seq: number;
  hash: string;
}

export interface PublicLog {
  /**
   * Appends within the caller's transaction: without its commit there is no entry. Two at the same moment never fork: one
   * of them meets a write conflict, and `session.withTransaction` runs it again.
   * @throws Fault `publisher_key_old` where another process signs with a newer key already: restart this one
   */
  append(session: Session, statement: Statement, demo: boolean): Promise<LogEntry>;
  /** What follows a place, in order; of the real log unless `demo` is asked for. */
  after(seq: number, limit: number, demo?: boolean): Promise<LogEntry[]>;
  /** Everything said under a number, in order; a number is in one log alone. */
  of(number: string): Promise<LogEntry[]>;
  /** The last place, 0 and 43 zeros where nothing is published yet. */
  head(demo?: boolean): Promise<LogHead>;
}
