import { ofTalk } from './alarms.ts';
import { rootOf } from './runs.ts';
import { leave, takeTop } from './stack.ts';
import type { WorkingTurn } from './working-turn.ts';

/** Leaves every talk that is over by its `expires`; what stands above or below one stays as it is, and nothing is said. */
export function leaveExpired(turn: WorkingTurn): void {
  for (let place = expiredPlace(turn); place !== undefined; place = expiredPlace(turn)) {
    const root = rootOf(turn.below, place);
    const above = turn.below.slice(place + 1);
    turn.below = turn.below.slice(0, place + 1);
    const { flow, hash, step } = turn.below[root] ?? turn.frame;
    turn.emit({ kind: 'expired', flow, hash, step });
    while (turn.below.length > root && takeTop(turn)) leave(turn, false);
    turn.below = [...turn.below, ...above];
  }
}

function expiredPlace({ set, below, facts }: WorkingTurn): number | undefined {
  const place = below.findIndex((_frame, nth) => (ofTalk(set, below, nth)?.at ?? Infinity) <= facts.now);
  return place < 0 ? undefined : place;
}
