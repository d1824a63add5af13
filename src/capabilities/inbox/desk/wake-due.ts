import { dayOf } from '../../../domain/clock.ts';
import type { DueKind } from '../../../schedule/due-dates.ts';
import type { ThreadsStore } from '../threads/threads-store.ts';

/** A thread that sleeps is to be woken; named by the thread. */
export const WAKE_DUE = 'inbox.wake';

/** Wakes it, unless it was put to sleep for longer meanwhile, or is awake. Safe to repeat. */
export const wakeDue = (threads: ThreadsStore): DueKind => ({
  kind: WAKE_DUE,
  async run({ id, params }, now) {
    await threads.wake(id, Number(params['until']), { now, day: dayOf(now) });
  },
});
