import type { Fingerprint } from '../../../conversation/ports.ts';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import type { Audiences } from '../../audiences/index.ts';
import type { FiguresStore } from '../report/figures-store.ts';
import type { Sendable } from '../send/ports.ts';
import { type RecipientIds, recipientIds } from './recipient-ids.ts';
import type { RecipientsStore } from './recipients-store.ts';
import type { RunsStore } from './runs-store.ts';
import type { RunDoc } from './documents-store.ts';

/**
 * Members a page: small enough that the heap stays flat, large enough that their ids, sorted, lie close to one another among
 * a million (docs/decisions/broadcasts-once.md).
 */
const PAGE = 10_000;
/** Work a run, milliseconds: the runner gives one a minute, and others wait. */
const A_RUN_MS = 25_000;

export interface PlanDeps {
  audiences: Pick<Audiences, 'members'>;
  recipients: RecipientsStore;
  runs: RunsStore;
  figures: Pick<FiguresStore, 'planned'>;
  fingerprint: Fingerprint;
  clock: Clock;
  /** The house is closing: the rest waits in the database. */
  stopping(): boolean;
}

/** `more`: call it again. `too_many`: more than `most`; nobody may be sent anything. */
export type Planned = 'more' | 'too_many' | 'planned';

/**
 * Brings the members of an audience among the recipients, page by page, the next being read while one is written. Where it
 * stands lies in the database, and each recipient's id follows from broadcast and member: killed at any point it goes on,
 * and planning again changes nothing.
 */
export async function plan(
  deps: PlanDeps,
  broadcast: Pick<Sendable, 'id' | 'audience' | 'scope'>,
  most: number | null,
): Promise<Planned> {
  const { runs, clock } = deps;
  const until = clock.now() + A_RUN_MS;
  let run = await runs.open(broadcast.id, dayOf(clock.now()));
  if (run.of !== undefined) return 'planned';
  const ids = recipientIds(deps.fingerprint, broadcast.id);
  const page = (after: Buffer | null) =>
    deps.audiences.members(broadcast.audience, broadcast.scope, after, PAGE);
  let next = page(cursorOf(run));
  for (;;) {
    const members = await next;
    const last = members.at(-1);
    if (last === undefined) return end(deps, run, ids, most);
    if (most !== null && run.planned + members.length > most) return 'too_many';
    next = page(last.id);
    // What is read ahead may come to nothing.
    next.catch(() => undefined);
    await deps.recipients.plan(ids, members);
    if (!(await runs.planned(run, last.id, members.length))) return 'more';
    run = {
      ...run,
      cursor: (await runs.find(broadcast.id))?.cursor ?? null,
      planned: run.planned + members.length,
    };
    if (clock.now() >= until || deps.stopping()) return 'more';
  }
}

const cursorOf = ({ cursor }: RunDoc): Buffer | null =>
  cursor === null ? null : Buffer.from(cursor.value());

/** Counted in the collection itself: nothing else knows what a crash left. */
async function end(
  { figures, runs }: PlanDeps,
  { _id }: RunDoc,
  ids: RecipientIds,
  most: number | null,
): Promise<Planned> {
  const planned = await figures.planned(ids);
  if (most !== null && planned.of > most) return 'too_many';
  await runs.set(_id, planned);
  return 'planned';
}
