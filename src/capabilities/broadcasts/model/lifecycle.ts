import { isRegional, type Role, type StaffPerson } from '../../../web/staff/index.ts';
import type { Broadcast } from './broadcast.ts';
import { BEFORE_SENDING, type BroadcastState } from './states.ts';
import { languagesOf } from './texts.ts';

/** What staff may do with a broadcast until it is sent. */
export const MOVES = ['edit', 'submit', 'approve', 'reject', 'launch', 'cancel'] as const;
export type Move = (typeof MOVES)[number];

interface Rule {
  from: readonly BroadcastState[];
  to: BroadcastState;
  roles: readonly Role[];
  /** Not by anyone who ever changed a word of it, handed it in or launched it. */
  foreignEyes?: true;
  reason?: true;
}

export const READERS: readonly Role[] = [
  'admin',
  'editor',
  'verifier',
  'organiser',
  'coordinator',
  'analyst',
  'viewer',
];
export const WRITERS: readonly Role[] = ['admin', 'editor', 'organiser', 'coordinator'];
export const APPROVERS: readonly Role[] = ['admin', 'editor', 'verifier'];
/** Stopping is never the wrong hands' business: whoever may write or approve may cancel. */
export const STOPPERS: readonly Role[] = ['admin', 'editor', 'verifier', 'organiser', 'coordinator'];

/** The life of a broadcast until the sending takes it. What is not here cannot happen. */
export const RULES: Readonly<Record<Move, Rule>> = {
  edit: { from: BEFORE_SENDING, to: 'draft', roles: WRITERS },
  submit: { from: ['draft'], to: 'submitted', roles: WRITERS },
  approve: { from: ['submitted'], to: 'approved', roles: APPROVERS, foreignEyes: true },
  reject: { from: ['submitted'], to: 'draft', roles: APPROVERS, foreignEyes: true, reason: true },
  launch: { from: ['draft'], to: 'approved', roles: WRITERS },
  cancel: { from: BEFORE_SENDING, to: 'cancelled', roles: STOPPERS },
};

/** It was for more people than one may write to by the time they were planned, and stopped before anything left. */
export const lacksSecond = ({ state, why }: Pick<Broadcast, 'state' | 'why'>): boolean =>
  state === 'stopped' && why === 'needs_second';

/** Whether a move comes up where it stands. */
export const comesUp = (broadcast: Pick<Broadcast, 'state' | 'why'>, move: Move): boolean =>
  RULES[move].from.includes(broadcast.state) || (move === 'approve' && lacksSecond(broadcast));

/** Why a move is not made; the pages have the words. */
export type Obstacle = 'role' | 'own_work' | 'wrong_state' | 'changed' | 'empty' | 'time_past' | 'series';

/** One that goes out a minute after its time was late, not forgotten. */
const LATE_MS = 60_000;

/**
 * What stands in the way of a move, as far as the broadcast alone tells. `seen` is the hash of what the person had before
 * their eyes; a decision about anything else is void.
 */
export function obstacle(
  broadcast: Broadcast,
  move: Move,
  actor: Pick<StaffPerson, 'id' | 'role'>,
  now: number,
  seen?: string,
): Obstacle | undefined {
  const rule = RULES[move];
  if (!rule.roles.includes(actor.role)) return 'role';
  if (rule.foreignEyes === true && broadcast.authors.includes(actor.id)) return 'own_work';
  if (!comesUp(broadcast, move)) return 'wrong_state';
  if (seen !== undefined && seen !== broadcast.hash) return 'changed';
  // What repeats is one decision: it is ended, and begun anew.
  if (move === 'edit' && broadcast.series !== undefined) return 'series';
  if (move === 'submit' || move === 'launch' || move === 'approve') {
    if (languagesOf(broadcast.content).length === 0) return 'empty';
    // One that was held back at its moment goes out as soon as somebody has approved it.
    const { at, why } = broadcast;
    if (why === undefined && at !== null && at < now - LATE_MS) return 'time_past';
  }
  return undefined;
}

/** Whether a broadcast is this person's business: a coordinator's are those that write to nobody elsewhere (T20). */
export function isInScope({ scope }: Pick<Broadcast, 'scope'>, { role, regions = [] }: StaffPerson): boolean {
  if (!isRegional(role)) return true;
  return scope.regions?.every((region) => regions.includes(region)) === true;
}
