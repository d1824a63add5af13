import type { Fingerprint, GiveBack, Sealer, Speak, Take } from '../../../conversation/ports.ts';
import type { Talk } from '../../../conversation/conversation.ts';
import type { Clock } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { Session } from '../../../engine/types.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { PersonSealing } from '../../../store/person-sealer.ts';
import type { AuditAct } from '../../../web/staff/index.ts';
import type { Colleague, Done, InboxStaff, ReplyFate, ResumeStep, ThreadFile, WhyNot } from '../ports.ts';
import type { EntriesStore } from '../threads/entries-store.ts';
import { type KeptThread, openReach, type Whose } from '../threads/thread.ts';
import type { Scope, ThreadsStore, Wanted, When } from '../threads/threads-store.ts';
import type { Stage } from '../threads/stages.ts';

/** What the desk works with, besides the threads themselves. */
export interface DeskDeps {
  threads: ThreadsStore;
  entries: EntriesStore;
  fingerprint: Fingerprint;
  sealer: Sealer;
  persons: PersonSealing;
  clock: Clock;
  dues: DueDates;
  /** A talk as it stands now; `null`: it was erased. */
  talkOf: (conversation: string) => Promise<Talk | null>;
  take: Take;
  speak: Speak;
  giveBack: GiveBack;
  /** Resolves when what the talk's last turns ordered has been done: a page shows what was just decided. */
  settled: (conversation: string) => Promise<void>;
  /** Until when a channel takes free words for an address; `null`: no more, `undefined`: it sets no end. */
  windowEnds: (channel: string, address: string) => Promise<number | null | undefined>;
  staffName: (account: string) => Promise<string | undefined>;
  /** Accounts of an organisation that may answer. */
  answering: (org: string) => Promise<readonly { id: string; regions?: readonly string[] | undefined }[]>;
  regionName: (slug: string) => string | undefined;
  /** What is known of a voice or photo; `null`: it is not there, or not yet. */
  fileOf: (
    id: string,
  ) => Promise<{ there: boolean; seconds?: number | undefined; words: string | null } | null>;
  /** A voice or photo itself. */
  openFile: (id: string) => Promise<ThreadFile | null>;
  /** What became of messages of a talk: those that have not left, and what is known of the others. */
  fatesOf: (conversation: string, ids: readonly string[]) => Promise<Fates>;
  stepsOf: (session: Session | null) => ResumeStep[];
  /** Channels whose addresses say nothing of a person but open their talk. */
  nameless: readonly string[];
}

export interface Fates {
  unsent: readonly string[];
  known: ReadonlyMap<string, ReplyFate>;
}

/** A member of staff at the desk: what they see, and under whose name they decide. */
export interface AtDesk extends DeskDeps {
  staff: InboxStaff;
  audit: AuditAct;
  scope: Scope;
}

export function atDesk(deps: DeskDeps, staff: InboxStaff, audit: AuditAct): AtDesk {
  // A coordinator without regions sees none.
  const regions = staff.role === 'coordinator' ? (staff.regions ?? []) : staff.regions;
  return { ...deps, staff, audit, scope: { org: staff.org, regions } };
}

export const DONE: Done = { kind: 'done' };
export const refused = (why: WhyNot): Done => ({ kind: 'refused', why });

export const now = ({ clock }: Pick<DeskDeps, 'clock'>): When => {
  const at = clock.now();
  return { now: at, day: dayOf(at) };
};

export const colleague = async (
  { staffName }: Pick<DeskDeps, 'staffName'>,
  id: string,
): Promise<Colleague> => ({ id, name: (await staffName(id)) ?? null });

/** Somebody else has it, with their name. */
export const takenBy = async (desk: AtDesk, by: string): Promise<Done> => ({
  ...{ kind: 'refused', why: 'taken' },
  by: await colleague(desk, by),
});

/** A thread of this person's scope, and whose it is. */
export async function threadFor(
  desk: AtDesk,
  id: string,
): Promise<{ thread: KeptThread; whose: Whose } | null> {
  if (!ID.test(id)) return null;
  const thread = await desk.threads.find(id, desk.scope);
  return thread === null ? null : { thread, whose: openReach(desk.sealer, thread) };
}

const ID = /^[0-9a-f]{32}$/;

/** Whether somebody else has a thread. */
export const isOthers = ({ staff }: AtDesk, { claimedBy }: Pick<KeptThread, 'claimedBy'>): boolean =>
  claimedBy !== null && claimedBy !== staff.id;

export const change = (desk: AtDesk, id: string, wanted: Wanted, to: Stage): Promise<boolean> =>
  desk.threads.change(id, desk.scope, wanted, to, now(desk));
