/**
 * Where a broadcast stands. Staff bring it to `approved`, where it waits for its moment; from there the sending moves it
 * on. `stopped`: the first few went wrong and nobody else is written to.
 */
export const STATES = [
  'draft',
  'submitted',
  'approved',
  'planning',
  'canary',
  'running',
  'paused',
  'stopped',
  'done',
  'cancelled',
] as const;
export type BroadcastState = (typeof STATES)[number];

/** Nothing of it has left, and nothing is being worked on: staff may take it back. */
export const BEFORE_SENDING = ['draft', 'submitted', 'approved'] as const satisfies readonly BroadcastState[];
/** It is being sent, or waits half-way. */
export const SENDING = [
  'planning',
  'canary',
  'running',
  'paused',
] as const satisfies readonly BroadcastState[];
/** Whoever has the same words again is asked first. */
export const LAUNCHED = [
  'approved',
  ...SENDING,
  'stopped',
  'done',
] as const satisfies readonly BroadcastState[];
