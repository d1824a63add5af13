import type { Clock } from '../../../domain/clock.ts';
import type { DueDates } from '../../../schedule/due-dates.ts';
import type { Desk } from '../desk.ts';
import { fateOf } from '../receipts/fate-due.ts';
import { promiseDigest } from './digest-due.ts';
import type { Weekday } from './digest-when.ts';
import { type Deed, promised } from './promised.ts';
import { sendOf } from './send-due.ts';

export interface PublisherDeps {
  desk: Desk;
  dues: Pick<DueDates, 'set'>;
  clock: Clock;
  /** When the week's titles go out. */
  digestDay: Weekday;
}

/**
 * Publishes and orders the sending, at once and with the week's titles: of a correction first to whoever had the former
 * version, of anything else to whoever subscribed.
 */
export const publisher =
  (deps: PublisherDeps): Deed =>
  (actor, item, act) =>
    promised(
      deps,
      (since, at) =>
        item.corrects === undefined ? sendOf(item.id, 1, since, at) : fateOf(item.id, 'corrected', since, at),
      async (since) => {
        await promiseDigest(deps.dues, since, deps.digestDay);
        return deps.desk.move(actor, item.id, { ...act, move: 'publish' });
      },
    );
