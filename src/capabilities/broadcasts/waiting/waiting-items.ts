import type { Fingerprint } from '../../../conversation/ports.ts';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import { waitingCollection } from './collections.ts';
import type { WaitingItems, WaitingRooms } from './ports.ts';
import { alsoOf, tellEffect } from './tell-effect.ts';
import { type Database, waitingStore } from './waiting-store.ts';

/** Whoever comes back after weeks hears a few messages, not all of them; the oldest is the first to go. */
const MOST_EACH = 3;

export interface WaitingDeps extends WaitingRooms {
  db: Database;
  fingerprint: Fingerprint;
  clock: Clock;
}

/**
 * Messages that wait for their person to write (B11). No words are kept here: what waits is the name of a broadcast, under
 * a keyed hash of the person, and it is said by the same flow as everybody's when their next conversation opens.
 */
export function waitingItems(deps: WaitingDeps): WaitingItems {
  const { clock, memberOf } = deps;
  const store = waitingStore(deps.db, deps.fingerprint);
  return {
    mustWait: (channel) => deps.channels.includes(channel),
    async wait({ id }, broadcast) {
      if (!(await store.add(id, broadcast, dayOf(clock.now())))) return;
      const kind = alsoOf(deps, broadcast);
      const all = (await store.of(id)).filter((each) => alsoOf(deps, each) === kind);
      for (const old of all
        .filter((each) => each !== broadcast)
        .slice(0, Math.max(0, all.length - (kind?.most ?? MOST_EACH))))
        await store.settle(id, old, 'dropped');
    },
    figures: (broadcast) => store.figures(broadcast),
    cancel: (broadcast) => store.cancel(broadcast),
    effect: tellEffect({ ...deps, store }),
    kept: async (person) => (await store.of(memberOf(person))).length,
    erase: (person) => store.erase(memberOf(person)),
    async unite(from, to) {
      // Written before it is taken away: a crash in between leaves one twice, and the next try mends it.
      for (const item of await store.all(memberOf(from))) await store.take(memberOf(to), item);
      await store.erase(memberOf(from));
    },
    collection: waitingCollection((now, reportDays) =>
      store.expire(now, reportDays, deps.also?.map(({ ids }) => ids) ?? []),
    ),
  };
}
