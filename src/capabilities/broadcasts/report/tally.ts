import { RECIPIENT_STATES, type RecipientState, SETTLED_STATES } from '../plan/recipient.ts';
import type { SendingState } from '../send/ports.ts';

/** People by where they stand; every state is there. */
export type Tally = Readonly<Record<RecipientState, number>>;

/** How far a broadcast has come. */
export interface Progress {
  state: SendingState;
  /** Recipients; `undefined` while they are still being planned. */
  of: number | undefined;
  /** Planned so far. */
  planned: number;
  tally: Tally;
  /** Settled a second, over the last minute; 0 where nothing moved. */
  perSecond: number;
  /** Why it stopped by itself. */
  stoppedBy?: 'failed' | 'blocked';
  /** How many were written to over the weekly measure, because it is urgent. */
  bypassed: number;
}

export const NO_TALLY: Tally = Object.freeze(
  Object.fromEntries(RECIPIENT_STATES.map((state) => [state, 0])) as Record<RecipientState, number>,
);

/** How many need nothing more. */
export const settledOf = (tally: Tally): number =>
  SETTLED_STATES.reduce((sum, state) => sum + tally[state], 0);

/** Everybody has come to an end. What is said to be done and is not so is not done (listmonk#2168). */
export const isFinished = ({ state, of, tally }: Pick<Progress, 'state' | 'of' | 'tally'>): boolean =>
  state === 'done' && of !== undefined && settledOf(tally) >= of;

/** How long it will still take at the present pace, in milliseconds; `undefined` where nobody can say. */
export function remainingMs({ state, of, tally, perSecond }: Progress): number | undefined {
  if (of === undefined || perSecond <= 0 || (state !== 'running' && state !== 'canary')) return undefined;
  return (Math.max(0, of - settledOf(tally)) / perSecond) * 1000;
}
