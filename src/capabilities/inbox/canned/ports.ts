import type { Lang } from '../../../domain/language.ts';
import type { AuditAct } from '../../../web/staff/index.ts';
import type { InboxStaff } from '../staff.ts';

/** Of one organisation; by the one who edits. */
export type CannedRepliesOf = (staff: InboxStaff, audit: AuditAct) => CannedReplies;

export interface CannedReplies {
  /** By title. */
  list(): Promise<CannedReply[]>;
  find(id: string): Promise<CannedReply | null>;
  /** @param id `null` makes a new one. `rev` guards against two who edit at once. */
  save(id: string | null, reply: CannedForm, rev: number): Promise<CannedDone>;
  remove(id: string, rev: number): Promise<CannedDone>;
}

export interface CannedForm {
  title: string;
  /** By language, at least one; each up to `MAX_REPLY`. */
  texts: Readonly<Record<Lang, string>>;
}

export interface CannedReply extends CannedForm {
  id: string;
  rev: number;
}

export type CannedDone =
  | { kind: 'done'; id: string }
  | { kind: 'refused'; why: 'no_such_reply' | 'stale' | 'empty' | 'too_long' | 'too_many' | 'not_allowed' };
