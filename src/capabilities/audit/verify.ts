import type { Fingerprint } from '../../conversation/ports.ts';
import type { Anchor } from './anchors-store.ts';
import { BEGINNING, holdsAt, type Link, linkOf } from './chain.ts';
import { auditRecord, type AuditRecord } from './record.ts';

/**
 * What happened to the first record that is not as it was written. `cut_off`: the end is missing. `anchor`: the head or
 * the checkpoint kept beside the chain is missing or not ours. `another_chain`: all holds together, and yet it is not the
 * chain that somebody noted down.
 */
export const DAMAGES = [
  'edited',
  'deleted',
  'inserted',
  'reordered',
  'cut_off',
  'anchor',
  'another_chain',
] as const;
export type Damage = (typeof DAMAGES)[number];

export interface Verdict {
  ok: boolean;
  /** How many records were read. */
  records: number;
  /** What the first kept record follows: 0, or the last one that expired. */
  after: number;
  /** The last record that holds. */
  head: Link;
  broken?: { seq: number; what: Damage };
}

interface Kept {
  /** In the order of their numbers. */
  records: AsyncIterable<unknown> | Iterable<unknown>;
  head: Anchor;
  checkpoint: Anchor;
  /** Heads noted down elsewhere: the file of this machine, a line of the log. */
  known: readonly Link[];
}

/** Follows the chain from its beginning or its checkpoint to its end, and names the first record that is wrong. */
export async function verifyChain(kept: Kept, fingerprint: Fingerprint): Promise<Verdict> {
  const start = kept.checkpoint === 'missing' ? BEGINNING : kept.checkpoint;
  if (start === 'forged')
    return { ok: false, records: 0, after: 0, head: BEGINNING, broken: { seq: 1, what: 'anchor' } };
  const known = [...kept.known, kept.head].filter((link) => typeof link === 'object');
  const contradicts = ({ seq, hash }: Link): boolean =>
    known.some((link) => link.seq === seq && link.hash !== hash);
  let head: Link = start;
  let records = 0;
  const verdict = (what?: Damage, seq = head.seq + 1): Verdict => ({
    ...{ ok: what === undefined, records, after: start.seq, head },
    ...(what === undefined ? {} : { broken: { seq, what } }),
  });
  if (contradicts(head)) return verdict('another_chain', head.seq);
  for await (const [found, next] of pairs(kept.records)) {
    records += 1;
    const number = (found as { _id?: unknown })._id;
    // Left over by an expiry that was interrupted: it must be ours, its neighbours may be gone.
    if (typeof number === 'number' && number <= start.seq) {
      if (isTrueAt(found, number, fingerprint)) continue;
      return verdict('inserted', number);
    }
    const what = damageOf(found, next, head, fingerprint);
    if (what !== undefined) return verdict(what);
    head = linkOf(found as AuditRecord);
    if (contradicts(head)) return verdict('another_chain', head.seq);
  }
  if (typeof kept.head !== 'object') return verdict('anchor');
  const end = head.seq;
  return known.some(({ seq }) => seq > end) ? verdict('cut_off') : verdict();
}

function damageOf(found: unknown, next: unknown, head: Link, fingerprint: Fingerprint): Damage | undefined {
  const expected = head.seq + 1;
  const number = (found as { _id?: unknown })._id;
  if (typeof number !== 'number' || number < expected || !Number.isInteger(number)) return 'inserted';
  const ours = trueNumber(found, number, fingerprint);
  if (number > expected) return 'deleted';
  if (ours === number) return (found as AuditRecord).prev === head.hash ? undefined : 'another_chain';
  const after = next === undefined ? undefined : trueNumber(next, expected, fingerprint);
  // What belongs here stands one further on.
  if (after === expected) return ours === expected + 1 ? 'reordered' : 'inserted';
  if (ours === undefined) return 'edited';
  return after === ours + 1 ? 'deleted' : 'reordered';
}

/** How far a record is looked for from where it stands. */
const REACH = 1000;

/** The number a record was written under, or `undefined` when it is not as we wrote it. */
function trueNumber(found: unknown, near: number, fingerprint: Fingerprint): number | undefined {
  if (isTrueAt(found, near, fingerprint)) return near;
  const parsed = auditRecord.safeParse(found);
  if (!parsed.success) return undefined;
  for (let away = 1; away <= REACH; away += 1)
    for (const seq of [near + away, near - away]) if (holdsAt(parsed.data, seq, fingerprint)) return seq;
  return undefined;
}

function isTrueAt(found: unknown, seq: number, fingerprint: Fingerprint): boolean {
  const parsed = auditRecord.safeParse(found);
  return parsed.success && holdsAt(parsed.data, seq, fingerprint);
}

/** Each record with the one after it. */
async function* pairs(records: Kept['records']): AsyncGenerator<[unknown, unknown]> {
  let before: { record: unknown } | undefined;
  for await (const record of records) {
    if (before !== undefined) yield [before.record, record];
    before = { record };
  }
  if (before !== undefined) yield [before.record, undefined];
}
