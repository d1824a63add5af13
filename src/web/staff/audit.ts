import type { Value } from '../../engine/types.ts';
import type { Role } from './ports.ts';
import type { StaffAnswer, StaffPerson, StaffRoute } from './route.ts';

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
  (audit: Audit, { id, role, org }: StaffPerson): AuditAct =>
  (action, subject, detail) =>
    audit.record({ actor: { id, role, org }, action, subject, ...(detail === undefined ? {} : { detail }) });

/** What the frame itself records before an answer goes out: files that leave, and looks at class A. */
export async function recordLook(
  act: AuditAct,
  route: Pick<StaffRoute, 'path' | 'reads'>,
  params: Readonly<Record<string, string>>,
  answer: StaffAnswer | undefined,
  door: Door = 'page',
): Promise<void> {
  const subject = subjectOf(door, route.path, params);
  if (answer?.kind === 'file') await act('staff.exported', subject, route.reads && { class: route.reads });
  else if (route.reads !== undefined && !isRefusal(answer)) await act('staff.looked', subject);
}

/** A try counts too: who asks for names they may not see is worth knowing. */
export async function recordRefusedLook(
  act: AuditAct,
  route: Pick<StaffRoute, 'path' | 'reads'>,
  params: Readonly<Record<string, string>>,
  door: Door = 'page',
): Promise<void> {
  if (route.reads !== undefined) await act('staff.look_refused', subjectOf(door, route.path, params));
}

/** Which way it was looked at. */
type Door = 'page' | 'api';

/** The page's path with its ids. What is no plain id may be anything, so it is left out; so is the query. */
const subjectOf = (door: Door, path: string, params: Readonly<Record<string, string>>): string =>
  `${door}${path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = params[name] ?? '';
    return PLAIN_ID.test(value) ? value : '_';
  })}`;

const PLAIN_ID = /^(?!\d{6,}$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Nothing was shown: the page says that there is no such thing. */
const isRefusal = (answer: StaffAnswer | undefined): boolean =>
  answer !== undefined && 'status' in answer && answer.status >= 400;
