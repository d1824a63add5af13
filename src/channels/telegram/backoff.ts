import { setTimeout as pause } from 'node:timers/promises';

/** Pauses that double up to a limit. */
export interface Backoff {
  next(): number;
  reset(): void;
}

export function backoff(firstMs: number, mostMs: number): Backoff {
  let ms = firstMs;
  return {
    next: () => {
      const now = ms;
      ms = Math.min(ms * 2, mostMs);
      return now;
    },
    reset: () => {
      ms = firstMs;
    },
  };
}

/** Waits, or returns at once when `stop` fires. */
export async function pauseUnless(stop: AbortSignal, ms: number): Promise<void> {
  await pause(ms, undefined, { signal: stop }).catch(() => undefined);
}

/** Read anew each time: it may have fired while a loop waited. */
export const isOver = (stop: AbortSignal): boolean => stop.aborted;
