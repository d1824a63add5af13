import { type Clock, dayOf } from '../../domain/clock.ts';
import type { Audiences, Counts } from '../audiences/index.ts';
import type { Broadcast } from './model/broadcast.ts';
import { recipientsOf, takesTwo } from './model/two-people.ts';
import type { BroadcastsStore } from './ports.ts';

/** Within so long another one that says the same is most often a mistake. */
export const ALIKE_MS = 3_600_000;

/** What would happen if a broadcast went out now. */
export interface Outlook {
  /** As they may be shown; the rules are asked with the exact ones. */
  shown: Counts;
  recipients: number;
  /** It takes a second person. */
  takesTwo: boolean;
  /** An audience of fewer is somebody in particular. */
  tooFew: boolean;
  /** Launched ones that say the same and go out within an hour of it. */
  alike: readonly Broadcast[];
}

export interface OutlookDeps {
  store: Pick<BroadcastsStore, 'alike' | 'spentAlone'>;
  audiences: Pick<Audiences, 'count' | 'shown' | 'smallest'>;
  clock: Clock;
  aloneUpTo: number;
}

/** Counts anew: whoever joined since is in it. */
export async function outlookOf(
  { store, audiences, clock, aloneUpTo }: OutlookDeps,
  broadcast: Broadcast,
): Promise<Outlook> {
  const at = Math.max(clock.now(), broadcast.at ?? 0);
  const { audience, scope } = broadcast;
  const [counts, shown, spent, alike] = await Promise.all([
    audiences.count(audience, scope),
    audiences.shown(audience, scope),
    store.spentAlone(broadcast.org, dayOf(at)),
    store.alike(broadcast, at, ALIKE_MS),
  ]);
  const recipients = recipientsOf(counts);
  const two = takesTwo(broadcast, { recipients, spent, setting: aloneUpTo });
  return { shown, recipients, takesTwo: two, tooFew: recipients < audiences.smallest, alike };
}
