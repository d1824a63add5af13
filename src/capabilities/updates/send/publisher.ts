import type { Clock } from '../../../domain/clock.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { Act, Actor, Desk } from '../desk.ts';
import type { Update } from '../model/update.ts';
import { promiseDigest } from './digest-due.ts';
import type { Weekday } from './digest-when.ts';
import { sendOf } from './send-due.ts';

/** Looks for a publication whose process died between the due-date and the write. */
const FIRST_LOOK_MS = 10_000;

export interface PublisherDeps {
  desk: Desk;
  dues: DueDates;
  clock: Clock;
  /** When the week's titles go out. */
  digestDay: Weekday;
}

/**
 * Publishes and orders the sending, at once and with the week's titles. The due-dates are written first: a crash in
 * between leaves one that finds nothing to send, never an item nobody is told of.
 */
export const publisher =
  ({ desk, dues, clock, digestDay }: PublisherDeps) =>
  async (actor: Actor, item: Update, act: Omit<Act, 'move'>): Promise<Update> => {
    const version = 1;
    const since = clock.now();
    await dues.set(sendOf(item.id, version, since, since + FIRST_LOOK_MS));
    await promiseDigest(dues, since, digestDay);
    const published = await desk.move(actor, item.id, { ...act, move: 'publish' });
    await dues.set(sendOf(item.id, version, since, clock.now()));
    return published;
  };
