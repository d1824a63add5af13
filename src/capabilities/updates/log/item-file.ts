import { z } from 'zod';
import {
  believed,
  isBelieved,
  isTrueDocument,
  keysDocument,
  type KeysDocument,
} from '../keys/keys-document.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { canonicalJson, type Json } from '../model/canonical.ts';
import { type EntryFault, faultOf } from './entry-fault.ts';
import { readEntry } from './entry-schema.ts';
import type { LogEntry, LogHead } from './ports.ts';

/** A version of an item with all it takes to check it without us: a file of one line, in canonical JSON. */
export interface ItemFile {
  entry: LogEntry;
  /** Its neighbours in the log; null at an end. */
  before: LogEntry | null;
  after: LogEntry | null;
  /** What was said later under the same number, in order. */
  later: readonly LogEntry[];
  keys: KeysDocument;
}

export const itemFileText = ({ entry, before, after, later, keys }: ItemFile): string =>
  `${canonicalJson({ benkan: 'item/1', entry, before, after, later, keys } satisfies Record<string, Json>)}\n`;

/**
 * What is wrong with a file. `keys`: its list of keys is not as its last key signed it. `stolen_key`: the signature may be
 * somebody else's, so the item counts only within the whole log. `log`: entry and head contradict each other.
 */
export type ItemFault =
  | EntryFault
  | 'unreadable'
  | 'not_canonical'
  | 'keys'
  | 'stolen_key'
  | 'neighbour'
  | 'later'
  | 'log'
  | 'another_log';

export interface ItemVerdict {
  ok: boolean;
  fault?: ItemFault;
  entry?: LogEntry;
  /** What had become of the item when the file was made. */
  state?: 'valid' | 'corrected' | 'withdrawn';
  /** The newer version, where it was corrected. */
  newer?: number;
  /** Compared with keys the reader had before; otherwise the file only holds together. */
  trusted: boolean;
}

const shape = z.strictObject({
  benkan: z.literal('item/1'),
  entry: z.unknown(),
  before: z.unknown(),
  after: z.unknown(),
  later: z.array(z.unknown()).max(1000),
  keys: keysDocument,
});

/** @param pinned keys and head the reader had before, from `/.well-known/benkan-keys.json` */
export function verifyItemFile(found: unknown, pinned?: KeysDocument): ItemVerdict {
  const trusted = pinned !== undefined;
  const refused = (fault: ItemFault, entry?: LogEntry): ItemVerdict => ({
    ...{ ok: false, fault, trusted },
    ...(entry === undefined ? {} : { entry }),
  });
  const file = readItemFile(found);
  if (file === undefined) return refused('unreadable');
  const { entry, before, after, later, keys } = file;
  if (!isTrueDocument(keys)) return refused('keys');
  const known = believed(keys, pinned?.keys ?? keys.keys);
  if (!isBelieved(keys, known)) return refused('unknown_key', entry);
  const fault =
    faultOf(entry, known) ??
    (known.get(entry.key)?.stolen === null ? undefined : ('stolen_key' as const)) ??
    (areNeighbours(file, known) ? undefined : 'neighbour') ??
    (later.every((each) => isLater(each, entry, known)) ? undefined : 'later') ??
    (contradicts([entry, before, after, ...later], keys.head) ? 'log' : undefined) ??
    (pinned !== undefined && contradicts([entry, before, after, ...later], pinned.head, false)
      ? 'another_log'
      : undefined);
  return fault === undefined ? { ok: true, entry, ...stateOf(file), trusted } : refused(fault, entry);
}

function readItemFile(found: unknown): ItemFile | undefined {
  const read = shape.safeParse(found);
  if (!read.success) return undefined;
  const { entry, before, after, later } = read.data;
  const [own, ahead, behind] = [readEntry(entry), readEntry(before), readEntry(after)];
  const rest = later.map(readEntry).filter((each) => each !== undefined);
  if (own === undefined || rest.length !== later.length) return undefined;
  if ((before !== null && ahead === undefined) || (after !== null && behind === undefined)) return undefined;
  // As it came: the signatures are over what came.
  const { keys } = found as { keys: KeysDocument };
  return { entry: own, before: ahead ?? null, after: behind ?? null, later: rest, keys };
}

function areNeighbours({ entry, before, after }: ItemFile, known: ReadonlyMap<string, PublicKey>): boolean {
  const first = entry.seq === 1;
  if (first !== (before === null)) return false;
  if (before !== null) {
    if (faultOf(before, known) !== undefined || before.demo !== entry.demo) return false;
    if (before.seq !== entry.seq - 1 || before.hash !== entry.prev) return false;
  }
  if (after === null) return true;
  if (faultOf(after, known) !== undefined || after.demo !== entry.demo) return false;
  return after.seq === entry.seq + 1 && after.prev === entry.hash;
}

const isLater = (each: LogEntry, entry: LogEntry, known: ReadonlyMap<string, PublicKey>): boolean =>
  faultOf(each, known) === undefined &&
  each.demo === entry.demo &&
  each.seq > entry.seq &&
  each.statement.number === entry.statement.number;

/** @param end whether the head is where the log ended when the file was made: then nothing lies behind it */
function contradicts(entries: readonly (LogEntry | null)[], head: LogHead, end = true): boolean {
  return entries.some((each) => {
    if (each === null || each.demo) return false;
    if (each.seq === head.seq) return each.hash !== head.hash;
    return end && each.seq > head.seq;
  });
}

function stateOf({ entry, later }: ItemFile): Pick<ItemVerdict, 'state' | 'newer'> {
  const last = later.at(-1) ?? entry;
  if (last.statement.kind === 'withdrawn') return { state: 'withdrawn' };
  return last === entry ? { state: 'valid' } : { state: 'corrected', newer: last.statement.version };
}
