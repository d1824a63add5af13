import { type Chance, type Clock, dayOf } from '../../domain/clock.ts';
import type { Broadcast } from './model/broadcast.ts';
import { followerOf, nextOf } from './model/repeat.ts';
import type { BroadcastsStore } from './ports.ts';
import type { Launch } from './send/ports.ts';

interface RepetitionDeps {
  store: Pick<BroadcastsStore, 'insert' | 'move'>;
  clock: Clock;
  chance: Chance;
  launch: Launch;
}

/** Makes the next of a series, launched as this one was: what was approved is the whole series. Safe to repeat. */
export async function promiseNext(deps: RepetitionDeps, broadcast: Broadcast): Promise<void> {
  const at = nextOf(broadcast);
  if (at === undefined) return;
  const now = deps.clock.now();
  const { id, series } = followerOf(broadcast);
  const { org, name, content, audience, scope, urgent, hash, sameness } = broadcast;
  const { author, authors, alone, approval, again, every, from } = broadcast;
  const entry = { token: deps.chance.token(12), what: 'repeat', by: '', at: now, hash } as const;
  await deps.store.insert({
    ...{ _id: id, org, name, content, audience, scope, urgent, hash, sameness, author, authors, alone },
    ...(approval && { approval }),
    ...(again && { again }),
    ...(every && { every }),
    ...(from !== undefined && { from }),
    ...{ at, due: at, series, state: 'approved', history: [entry], demo: broadcast.demo },
    ...{ changedAt: now, since: dayOf(now) },
  });
  await deps.launch(id, at);
}

/** Takes the next one back where its broadcast did not begin after all. */
export async function withdrawNext(deps: RepetitionDeps, broadcast: Broadcast): Promise<void> {
  if (nextOf(broadcast) === undefined) return;
  const { id } = followerOf(broadcast);
  await deps.store.move(id, ['approved'], 'cancelled', { changedAt: deps.clock.now() });
}
