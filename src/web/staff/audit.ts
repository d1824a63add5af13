import type { Value } from '../../engine/types.ts';
import type { Role } from './ports.ts';

/** Who did it. `operator` is whoever has a shell on the machine, `house` what Benkan does by itself. */
export interface AuditActor {
  id: string;
  role: Role | 'operator' | 'house';
  org: string;
}

/** Whoever types commands on the machine; which person that is, the machine's own log knows. */
export const OPERATOR = { id: 'command-line', role: 'operator' } as const;

export interface AuditEntry {
  actor: AuditActor;
  /** What was done, in the past: `updates.published`. */
  action: string;
  /** On what, by ids: `update/ML-2026-0042`. */
  subject: string;
  /** Codes and numbers; never a name, a number of a phone, or words somebody wrote. */
  detail?: Readonly<Record<string, Value>>;
}

/** Keeps what staff did and looked at, for good (T22). */
export interface Audit {
  /**
   * Resolves once the record is durable.
   * @throws Fault `store_unavailable`: then nothing may be answered as if it had happened; Fault `bug` for a shape that
   * could carry what must not be kept
   */
  record(entry: AuditEntry): Promise<void>;
}

/** `ctx.audit`: the same, by the person who asks. */
export type AuditAct = (
  action: string,
  subject: string,
  detail?: Readonly<Record<string, Value>>,
) => Promise<void>;

export const auditOf =
  (audit: Audit, { id, role, org }: AuditActor): AuditAct =>
  (action, subject, detail) =>
    audit.record({ actor: { id, role, org }, action, subject, ...(detail === undefined ? {} : { detail }) });
