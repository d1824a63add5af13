import { refusal } from '../../../domain/faults.ts';
import { isTrueDocument, keysDocument, type KeysDocument } from '../keys/keys-document.ts';
import type { Json } from '../model/canonical.ts';
import { type ItemVerdict, verifyItemFile } from './item-file.ts';
import { type Line, linesOf } from './lines.ts';
import { type FileVerdict, readLine, verifyLogFile } from './log-file.ts';

export type Verified = ({ of: 'item' } & ItemVerdict) | ({ of: 'log' } & FileVerdict);

/**
 * Checks a file of an item or of the whole log as its bytes come in, with nothing but the file and the keys its reader
 * had before.
 * @throws Fault `not_ours` for a file of another kind
 */
export async function verifyFile(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  pinned?: KeysDocument,
): Promise<Verified> {
  const lines = linesOf(chunks);
  try {
    const { value: first } = await lines.next();
    const found = lenient(first?.text ?? '');
    if (first !== undefined && typeof found === 'object' && found !== null && 'keys' in found) {
      if ('log' in found) return { of: 'log', ...(await verifyLogFile(first, lines, pinned)) };
      const more = (await lines.next()).done !== true;
      return { of: 'item', ...itemIn(first, more, pinned) };
    }
  } finally {
    // Nothing is open behind a file that was found wrong on the way.
    await lines.return();
  }
  throw refusal(
    'not_ours',
    'The file is neither an item nor a log of Benkan, or its first line was changed: fetch it again.',
  );
}

/** @throws Fault `bad_keys` */
export function readKeys(text: string): KeysDocument {
  const read = keysDocument.safeParse(lenient(text));
  if (read.success && isTrueDocument(read.data)) return read.data;
  throw refusal(
    'bad_keys',
    'The file of keys is none, or was changed: fetch /.well-known/benkan-keys.json again.',
  );
}

/** @param more whether the file goes on behind it, as none of ours does */
function itemIn({ text, ended }: Line, more: boolean, pinned: KeysDocument | undefined): ItemVerdict {
  const found = ended && !more ? readLine(text) : undefined;
  if (found === undefined) return { ok: false, fault: 'not_canonical', trusted: pinned !== undefined };
  return verifyItemFile(found, pinned);
}

/** Also what is not canonical, to say what it was to be; `undefined` for what is no JSON. */
function lenient(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
