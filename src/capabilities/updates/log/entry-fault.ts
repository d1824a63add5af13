import type { PublicKey } from '../keys/public-key.ts';
import { hashOfEntry, isSignedBy } from './entry.ts';
import type { LogEntry } from './ports.ts';

/** What can be wrong with an entry by itself. `one_person`: author and verifier are one. */
export const ENTRY_FAULTS = ['edited', 'unknown_key', 'unsigned', 'one_person'] as const;
export type EntryFault = (typeof ENTRY_FAULTS)[number];

/** What is wrong with an entry by itself, or nothing. */
export function faultOf(entry: LogEntry, known: ReadonlyMap<string, PublicKey>): EntryFault | undefined {
  if (hashOfEntry(entry) !== entry.hash) return 'edited';
  const key = known.get(entry.key);
  if (key === undefined) return 'unknown_key';
  if (!isSignedBy(key, entry)) return 'unsigned';
  return entry.statement.author === entry.statement.verifier ? 'one_person' : undefined;
}
