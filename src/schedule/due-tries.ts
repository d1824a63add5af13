import { Fault } from '../domain/faults.ts';

/** Half an hour of failures is likely over by itself, half a day is not: 30 s doubled ten times is about eight hours. */
export const FIRST_PAUSE_MS = 30_000;
export const LONGEST_PAUSE_MS = 3 * 3_600_000;
/** With the pauses above, about fourteen hours. After that a person must look. */
export const TRIES = 12;

/** What is done about a due-date whose try has failed. */
export type AfterFailure =
  | { kind: 'again'; code: string; pauseMs: number; counts: boolean }
  | { kind: 'give_up'; code: string };

/**
 * Growing pauses, then an end. Where nobody is at fault (database, network) the try does not count: after an outage of a
 * day everything is still run.
 * @param attempts this one included
 */
export function afterFailure(cause: unknown, attempts: number): AfterFailure {
  const code = codeOf(cause);
  if (cause instanceof Fault && cause.kind === 'unavailable')
    return { kind: 'again', code, pauseMs: FIRST_PAUSE_MS, counts: false };
  if (attempts >= TRIES) return { kind: 'give_up', code };
  return { kind: 'again', code, pauseMs: pauseAfter(attempts), counts: true };
}

/** Milliseconds until the next try. */
export const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);

/** A word for programs; an error's own message could quote anything. */
const codeOf = (cause: unknown): string =>
  cause instanceof Fault ? cause.code : cause instanceof Error ? cause.name : 'thrown';
