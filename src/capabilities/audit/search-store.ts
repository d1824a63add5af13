import type { mongo } from 'mongoose';
import { readWithin } from '../../store/durable.ts';
import { RECORDS } from './collections.ts';
import type { AuditRecord } from './record.ts';

/** Somebody waits for the page. */
const PATIENCE_MS = 3000;
const DAY_MS = 86_400_000;

/** What is asked for; every field narrows. All of it within one organisation (T36). */
export interface AuditFilter {
  org: string;
  actor?: string | undefined;
  /** The beginning of an action: `updates` finds `updates.published`. */
  action?: string | undefined;
  /** The beginning of a subject. */
  subject?: string | undefined;
  /** `YYYY-MM-DD`. */
  day?: string | undefined;
  /** Only records older than this number. */
  before?: number | undefined;
}

/** The newest records that fit, at most `limit`. */
export function searchRecords(db: mongo.Db, filter: AuditFilter, limit: number): Promise<AuditRecord[]> {
  const { org, actor, action, subject, day, before } = filter;
  const since = day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`);
  const wanted: mongo.Filter<AuditRecord> = {
    'actor.org': org,
    ...(actor === undefined ? {} : { 'actor.id': actor }),
    ...(action === undefined ? {} : { action: beginning(action) }),
    ...(subject === undefined ? {} : { subject: beginning(subject) }),
    ...(since === undefined ? {} : { at: { $gte: since, $lt: since + DAY_MS } }),
    ...(before === undefined ? {} : { _id: { $lt: before } }),
  };
  return readWithin(
    () => db.collection<AuditRecord>(RECORDS).find(wanted).sort({ _id: -1 }).limit(limit).toArray(),
    PATIENCE_MS,
  );
}

/** As a range, not as a pattern: what is typed stays text. */
const beginning = (text: string) => ({ $gte: text, $lt: `${text}\u{10FFFF}` });
