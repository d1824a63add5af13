import { createHash } from 'node:crypto';
import type { Fingerprint } from '../../conversation/ports.ts';
import type { AuditRecord, Happened } from './record.ts';

/** A place in the chain: a record's number and its hash. */
export interface Link {
  seq: number;
  hash: string;
}

/** What the first record follows. */
export const BEGINNING: Link = { seq: 0, hash: '0'.repeat(43) };

/** The record that follows `head`. */
export function follow(head: Link, happened: Happened, fingerprint: Fingerprint): AuditRecord {
  const linked = { ...happened, _id: head.seq + 1, prev: head.hash };
  const hash = hashOf(linked);
  return { ...linked, hash, mac: macOf(hash, fingerprint) };
}

/** Whether a record is ours and unchanged, were its number `seq`. */
export const holdsAt = (record: AuditRecord, seq: number, fingerprint: Fingerprint): boolean =>
  record.mac === macOf(record.hash, fingerprint) && record.hash === hashOf({ ...record, _id: seq });

export const linkOf = ({ _id: seq, hash }: AuditRecord): Link => ({ seq, hash });

/** Authenticates a place in the chain that is kept beside it. */
export const anchorMac = (what: string, { seq, hash }: Link, fingerprint: Fingerprint): string =>
  fingerprint('audit-anchor', what, String(seq), hash).toString('base64url');

const macOf = (hash: string, fingerprint: Fingerprint): string =>
  fingerprint('audit', hash).toString('base64url');

function hashOf({
  _id,
  key,
  at,
  actor,
  action,
  subject,
  detail,
  prev,
}: Omit<AuditRecord, 'hash' | 'mac'>): string {
  const said = { format: 1, seq: _id, key, at, actor, action, subject, detail: detail ?? null, prev };
  return createHash('sha256').update(canonical(said)).digest('base64url');
}

/** JSON with sorted keys and no spaces (RFC 8785, for the values a record can have). */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
