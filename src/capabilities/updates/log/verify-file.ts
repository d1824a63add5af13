import { refusal } from '../../../domain/faults.ts';
import { isTrueDocument, keysDocument, type KeysDocument } from '../keys/keys-document.ts';
import type { Json } from '../model/canonical.ts';
import { type ItemVerdict, verifyItemFile } from './item-file.ts';
import { type FileVerdict, readLine, verifyLogFile } from './log-file.ts';

export type Verified = ({ of: 'item' } & ItemVerdict) | ({ of: 'log' } & FileVerdict);

/**
 * Checks a file of an item or of the whole log, with nothing but the file and the keys its reader had before.
 * @throws Fault `not_ours` for a file of another kind
 */
export function verifyFile(text: string, pinned?: KeysDocument): Verified {
  const end = text.indexOf('\n');
  const first = lenient(end < 0 ? text : text.slice(0, end));
  if (typeof first === 'object' && first !== null && 'keys' in first) {
    if ('log' in first) return { of: 'log', ...verifyLogFile(text, pinned) };
    return { of: 'item', ...itemIn(text, pinned) };
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

function itemIn(text: string, pinned: KeysDocument | undefined): ItemVerdict {
  const found = text.endsWith('\n') ? readLine(text.slice(0, -1)) : undefined;
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
