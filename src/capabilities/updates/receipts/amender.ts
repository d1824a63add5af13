import type { Clock } from '../../../domain/clock.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { Act, Actor, Desk } from '../desk.ts';
import type { Update } from '../model/update.ts';
import { type Fate, fateOf } from './fate-due.ts';

/** Looks for a move whose process died between the due-date and the write. */
const FIRST_LOOK_MS = 10_000;

/** Publishes or withdraws an item, in the hands of whoever may. */
export type Deed = (actor: Actor, item: Update, act: Omit<Act, 'move'>) => Promise<Update>;

export interface Amender {
  /** Publishes an item: a correction goes to whoever had the former version first. */
  publish: Deed;
  withdraw: Deed;
}

/**
 * What takes words back goes to everybody who has them. The due-date is written first: a crash in between leaves one that
 * finds nothing to tell, never a person who is not told.
 * @param publishNew publishes what corrects nothing
 */
export function amender({
  desk,
  dues,
  clock,
  publishNew,
}: {
  desk: Desk;
  dues: Pick<DueDates, 'set'>;
  clock: Clock;
  publishNew: Deed;
}): Amender {
  const told = async (fate: Fate, item: Update, move: () => Promise<Update>): Promise<Update> => {
    const since = clock.now();
    await dues.set(fateOf(item.id, fate, since, since + FIRST_LOOK_MS));
    const moved = await move();
    await dues.set(fateOf(item.id, fate, since, clock.now()));
    return moved;
  };
  return {
    publish: (actor, item, act) =>
      item.corrects === undefined
        ? publishNew(actor, item, act)
        : told('corrected', item, () => desk.move(actor, item.id, { ...act, move: 'publish' })),
    withdraw: (actor, item, act) =>
      told('withdrawn', item, () => desk.move(actor, item.id, { ...act, move: 'withdraw' })),
  };
}
