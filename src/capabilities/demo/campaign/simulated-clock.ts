import type { Clock } from '../../../domain/clock.ts';

/** Between two looks at the clock: a talk takes its time. Far below a day's worth in a day's looks. */
const STEP_MS = 250;

/** A clock that stands where it is put, and moves a little each time somebody looks; never back. */
export interface SimulatedClock extends Clock {
  set(at: number): void;
}

export function simulatedClock(from: number): SimulatedClock {
  let at = from;
  return {
    now: () => (at += STEP_MS),
    set: (to) => void (at = Math.max(at, to)),
  };
}
