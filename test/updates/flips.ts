import type { KeysDocument } from '../../src/capabilities/updates/keys/keys-document.ts';
import { readLine } from '../../src/capabilities/updates/log/log-file.ts';
import { verifyFile } from '../../src/capabilities/updates/log/verify-file.ts';
import { logFollower } from '../../src/capabilities/updates/log/verify-log.ts';

/** What a reader who has these keys makes of a file. */
export async function accepts(text: string, pinned: KeysDocument): Promise<boolean> {
  try {
    return (await verifyFile([Buffer.from(text)], pinned)).ok;
  } catch {
    return false;
  }
}

/** The same bytes with one bit changed. */
export function flipped(bytes: Buffer, at: number, bit = at % 8): string {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy.toString();
}

/**
 * Flips every byte of a log's file in turn and counts those that are not noticed. A reader who has come to the line, and
 * read all before it as good, is shown the changed one: reading the whole file anew for each would take days.
 */
export async function missedFlips(
  text: string,
  pinned: KeysDocument,
): Promise<{ bytes: number; missed: number }> {
  const [first = '', ...lines] = text.split('\n').slice(0, -1);
  let [bytes, missed] = [0, 0];
  const head = Buffer.from(`${first}\n`);
  const beginning = Buffer.from(`${first}\n${lines[0] ?? ''}\n`);
  for (; bytes < head.length; bytes += 1) if (await accepts(flipped(beginning, bytes), pinned)) missed += 1;
  const reader = logFollower({ keys: pinned.keys, heads: [pinned.head] });
  for (const [nth, line] of lines.entries()) {
    const length = Buffer.byteLength(line) + 1;
    const held = Buffer.from(`${line}\n${lines[nth + 1] ?? ''}`);
    for (let at = 0; at < length; at += 1) {
      const [changed = ''] = flipped(held, at).split('\n');
      const found = readLine(changed);
      // Without the end of its last line a file is refused, whatever the line says.
      const lastEnd = nth === lines.length - 1 && at === length - 1;
      if (!lastEnd && found !== undefined && reader.next(found) === undefined) missed += 1;
    }
    bytes += length;
    reader.next(readLine(line));
  }
  if (!reader.end().ok || (await accepts(flipped(Buffer.from(text), bytes - 1), pinned))) missed += 1;
  return { bytes, missed };
}
