import type { Clock } from '../../domain/clock.ts';
import type { BroadcastsStore } from './ports.ts';
import type { Sendables } from './send/ports.ts';

/** Broadcasts as the sending finds and moves them. */
export const sendables = (store: Pick<BroadcastsStore, 'find' | 'move'>, clock: Clock): Sendables => ({
  find: (id) => store.find(id),
  move: (id, from, to, set) => store.move(id, from, to, { changedAt: clock.now(), ...set }),
});
