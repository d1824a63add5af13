import type { Clock } from '../../../domain/clock.ts';
import type { Due, DueDates } from '../../../schedule/due-dates.ts';
import type { Act, Actor } from '../desk.ts';
import type { Update } from '../model/update.ts';

/** Looks for a move whose process died between the due-date and the write. */
const FIRST_LOOK_MS = 10_000;

/** Publishes or withdraws an item, in the hands of whoever may. */
export type Deed = (actor: Actor, item: Update, act: Omit<Act, 'move'>) => Promise<Update>;

/**
 * Makes a move of which people are to be told. The due-date is written first: a crash in between leaves one that finds
 * nothing to tell, never a person who is not told.
 * @param due what tells them; `since` is when it was promised, `at` when it looks
 */
export async function promised<Moved>(
  { dues, clock }: { dues: Pick<DueDates, 'set'>; clock: Clock },
  due: (since: number, at: number) => Due,
  move: (since: number) => Promise<Moved>,
): Promise<Moved> {
  const since = clock.now();
  await dues.set(due(since, since + FIRST_LOOK_MS));
  const moved = await move(since);
  await dues.set(due(since, clock.now()));
  return moved;
}
