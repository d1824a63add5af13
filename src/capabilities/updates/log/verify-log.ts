import type { PublicKey } from '../keys/public-key.ts';
import { BEGINNING, linkOf } from './entry.ts';
import { ENTRY_FAULTS, faultOf } from './entry-fault.ts';
import { readEntry } from './entry-schema.ts';
import type { LogEntry, LogHead } from './ports.ts';

/**
 * What is wrong with the first entry that does not hold. `twice`: the same was said before. `old_key`: signed with a key
 * that a newer one had replaced. `cut_off`: the end is missing. `another_log`: all holds together, and yet it is not the
 * log whose head was noted down.
 */
export const LOG_DAMAGES = [
  'unreadable',
  'misplaced',
  'unlinked',
  ...ENTRY_FAULTS,
  'old_key',
  'twice',
  'cut_off',
  'another_log',
] as const;
export type LogDamage = (typeof LOG_DAMAGES)[number];

export interface LogVerdict {
  ok: boolean;
  /** How many entries hold. */
  entries: number;
  /** The last one that holds. */
  head: LogHead;
  broken?: { seq: number; what: LogDamage };
}

export interface Known {
  /** The publisher's keys in the order they were made. */
  keys: readonly PublicKey[];
  /** Heads noted down elsewhere. */
  heads: readonly LogHead[];
  /** Whether it is the log of the demonstration. */
  demo?: boolean;
}

/** Follows a log from its beginning to its end, and names the first entry that is wrong. */
export async function verifyLog(
  entries: Iterable<unknown> | AsyncIterable<unknown>,
  known: Known,
): Promise<LogVerdict> {
  const follower = logFollower(known);
  for await (const found of entries) {
    const verdict = follower.next(found);
    if (verdict !== undefined) return verdict;
  }
  return follower.end();
}

/** The same, entry by entry: `next` answers as soon as something is wrong. */
export function logFollower({ keys, heads, demo = false }: Known): {
  next(found: unknown): LogVerdict | undefined;
  end(): LogVerdict;
  /** How far it holds until now. */
  so(): Pick<LogVerdict, 'entries' | 'head'>;
} {
  const ranks = new Map(keys.map(({ kid }, rank) => [kid, rank]));
  const byId = new Map(keys.map((key) => [key.kid, key]));
  const noted = new Map<number, Set<string>>();
  for (const { seq, hash } of heads) noted.set(seq, (noted.get(seq) ?? new Set()).add(hash));
  const furthest = heads.reduce((most, { seq }) => Math.max(most, seq), 0);
  const said = new Set<string>();
  let head = BEGINNING;
  let newest = 0;
  const verdict = (what?: LogDamage, seq = head.seq + 1): LogVerdict => ({
    ...{ ok: what === undefined, entries: head.seq, head },
    ...(what === undefined ? {} : { broken: { seq, what } }),
  });
  const contradicted = ({ seq, hash }: LogHead): boolean =>
    [...(noted.get(seq) ?? [])].some((each) => each !== hash);
  return {
    next(found) {
      const entry = readEntry(found);
      if (entry === undefined) return verdict('unreadable');
      if (entry.seq !== head.seq + 1 || entry.demo !== demo) return verdict('misplaced');
      if (entry.prev !== head.hash) return verdict('unlinked');
      const what = wrongIn(entry);
      if (what !== undefined) return verdict(what);
      if (contradicted(linkOf(entry))) return verdict('another_log');
      head = linkOf(entry);
      return undefined;
    },
    end: () => verdict(furthest > head.seq ? 'cut_off' : undefined),
    so: () => ({ entries: head.seq, head }),
  };

  function wrongIn(entry: LogEntry): LogDamage | undefined {
    const fault = faultOf(entry, byId);
    if (fault !== undefined) return fault;
    const rank = ranks.get(entry.key) ?? 0;
    if (rank < newest) return 'old_key';
    newest = rank;
    const { kind, number, version } = entry.statement;
    // A correction is a version of its own: neither it nor a first publication can be there beside the other.
    const what = `${number} ${String(version)} ${kind === 'withdrawn' ? kind : 'said'}`;
    if (said.has(what)) return 'twice';
    said.add(what);
    return undefined;
  }
}
