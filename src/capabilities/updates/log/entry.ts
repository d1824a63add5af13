import { createHash } from 'node:crypto';
import { type PublicKey, signedBy } from '../keys/public-key.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { canonicalJson } from '../model/canonical.ts';
import type { LogEntry, LogHead, Statement } from './ports.ts';

/** What the first entry follows. */
export const BEGINNING: LogHead = { seq: 0, hash: '0'.repeat(43) };

/** The entry that follows `head`, signed. */
export function follow(
  head: LogHead,
  { statement, demo }: { statement: Statement; demo: boolean },
  keys: SigningKeys,
): LogEntry {
  const placed = { seq: head.seq + 1, prev: head.hash, key: keys.current, statement, demo };
  const signed = { ...placed, signature: keys.sign(signedBytes(placed)) };
  return { ...signed, hash: hashOfEntry(signed) };
}

/** Whether this key signed the statement in this place. */
export const isSignedBy = (key: Pick<PublicKey, 'x'>, entry: LogEntry): boolean =>
  signedBy(key, signedBytes(entry), entry.signature);

/** The hash the next entry follows: over all of this one, the signature too. */
export const hashOfEntry = (entry: Omit<LogEntry, 'hash'>): string =>
  createHash('sha256')
    .update(bytesOf(entry, { signature: entry.signature }))
    .digest('base64url');

export const linkOf = ({ seq, hash }: LogEntry): LogHead => ({ seq, hash });

/** What a signature covers: the canonical statement and its place, so that no entry can be moved or left out. */
const signedBytes = (entry: Omit<LogEntry, 'hash' | 'signature'>): Buffer => bytesOf(entry, {});

/** The log's name comes first: a signature of one log, or over something else, is none of the other. */
const bytesOf = (
  { seq, prev, key, statement, demo }: Omit<LogEntry, 'hash' | 'signature'>,
  more: { signature?: string },
): Buffer =>
  Buffer.from(
    `${demo ? DEMO_DOMAIN : DOMAIN}\n${canonicalJson({ seq, prev, key, statement, demo, ...more })}`,
  );

const DOMAIN = 'benkan/updates-log/1';
const DEMO_DOMAIN = 'benkan/updates-log-demo/1';
