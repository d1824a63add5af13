import type { Clock } from '../../../domain/clock.ts';
import { lately } from '../../../domain/lately.ts';
import type { EntriesStore } from './entries-store.ts';
import type { Entry } from './entry.ts';

/** So old what is read may be: a withdrawal is seen by everybody within two seconds. */
const FRESH_MS = 2000;

interface SaidBy {
  store: Pick<EntriesStore, 'stamp' | 'said'>;
  clock: Clock;
}

/** What is made of the entries citizens may read; held in memory, made anew when one of them changed. */
export function madeOfSaid<T>(
  { store, clock }: SaidBy,
  make: (said: readonly Entry[]) => T,
): () => Promise<T> {
  let held: { stamp: string; made: T } | undefined;
  const look = lately(clock, FRESH_MS, async () => {
    // The stamp first: what changes in between has another one, and is read at the next look.
    const stamp = await store.stamp();
    if (held?.stamp !== stamp) held = { stamp, made: make(await store.said()) };
    return held.made;
  });
  return async () => (await look()).seen;
}
