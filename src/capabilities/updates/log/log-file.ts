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

/** @param pinned keys and head the reader had before, from `/.well-known/benkan-keys.json` */
export function verifyLogFile(text: string, pinned?: KeysDocument): FileVerdict {
  const trusted = pinned !== undefined;
  const lines = text.split('\n');
  const failed = (what: FileDamage, seq: number, of = { entries: 0, head: BEGINNING }): FileVerdict => ({
    ...of,
    ...{ ok: false, broken: { seq, what }, trusted },
  });
  const keys = keysDocument.safeParse(readLine(lines[0] ?? ''));
  if (!keys.success || !isTrueDocument(keys.data)) return failed('keys', 0);
  const known = believed(keys.data, pinned?.keys ?? keys.data.keys);
  if (!isBelieved(keys.data, known)) return failed('unknown_key', 0);
  const believable = keys.data.keys.filter(({ kid }) => known.has(kid));
  const follower = logFollower({
    keys: believable,
    heads: [keys.data.head, ...(pinned === undefined ? [] : [pinned.head])].filter(({ seq }) => seq > 0),
  });
  const entries = lines.slice(1, -1);
  // The last line ends like the others.
  if (lines.at(-1) !== '') return failed('not_canonical', entries.length + 1);
  for (const [index, line] of entries.entries()) {
    const found = readLine(line);
    if (found === undefined) return failed('not_canonical', index + 1, { ...follower.so() });
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
