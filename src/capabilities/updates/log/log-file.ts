import {
  believed,
  isBelieved,
  isTrueDocument,
  keysDocument,
  type KeysDocument,
} from '../keys/keys-document.ts';
import { canonicalJson, type Json } from '../model/canonical.ts';
import { type LogDamage, logFollower, type LogVerdict } from './verify-log.ts';
import { BEGINNING } from './entry.ts';
import type { Line } from './lines.ts';

/**
 * What else can be wrong with a log as a file: the line is no canonical JSON, the first line is not the list of keys as
 * its last key signed it, or the file ends in the middle of a line.
 */
export type FileDamage = LogDamage | 'not_canonical' | 'keys';

export interface FileVerdict extends Omit<LogVerdict, 'broken'> {
  broken?: { seq: number; what: FileDamage };
  /** Compared with keys the reader had before; otherwise the file only holds together. */
  trusted: boolean;
}

/** A log as a file: the keys and the head, then an entry a line, each in canonical JSON. */
export async function* logFile(keys: KeysDocument, entries: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `${canonicalJson(keys)}\n`;
  let seq = 0;
  for await (const entry of entries) {
    // What was appended since the keys were signed with their head comes with the next file.
    if (seq === keys.head.seq) return;
    seq += 1;
    yield `${canonicalJson(entry as Json)}\n`;
  }
}

/**
 * Reads a log's file line by line, up to the first that is wrong; only what was said of each number is kept.
 * @param first the line with the keys
 * @param pinned keys and head the reader had before, from `/.well-known/benkan-keys.json`
 */
export async function verifyLogFile(
  first: Line,
  entries: AsyncIterable<Line>,
  pinned?: KeysDocument,
): Promise<FileVerdict> {
  const trusted = pinned !== undefined;
  const failed = (what: FileDamage, seq: number, of = { entries: 0, head: BEGINNING }): FileVerdict => ({
    ...of,
    ...{ ok: false, broken: { seq, what }, trusted },
  });
  const keys = keysDocument.safeParse(readLine(first.text));
  if (!keys.success || !isTrueDocument(keys.data)) return failed('keys', 0);
  const known = believed(keys.data, pinned?.keys ?? keys.data.keys);
  if (!isBelieved(keys.data, known)) return failed('unknown_key', 0);
  if (!first.ended) return failed('not_canonical', 1);
  const follower = logFollower({
    keys: keys.data.keys.filter(({ kid }) => known.has(kid)),
    heads: [keys.data.head, ...(pinned === undefined ? [] : [pinned.head])].filter(({ seq }) => seq > 0),
  });
  for await (const { text, ended } of entries) {
    const so = follower.so();
    // The last line ends like the others.
    const found = ended ? readLine(text) : undefined;
    if (found === undefined) return failed('not_canonical', so.entries + 1, so);
    const verdict = follower.next(found);
    if (verdict !== undefined) return { ...verdict, trusted };
  }
  const verdict = follower.end();
  if (verdict.ok && verdict.head.seq > keys.data.head.seq)
    return failed('misplaced', keys.data.head.seq + 1, verdict);
  return { ...verdict, trusted };
}

/** A line of canonical JSON, and no other spelling of it: then every byte is part of what is signed. */
export function readLine(line: string): Json | undefined {
  try {
    const found = JSON.parse(line) as Json;
    return canonicalJson(found) === line ? found : undefined;
  } catch {
    return undefined;
  }
}
