import type { Clock } from './clock.ts';

/** What was seen, and when, milliseconds since 1970. */
export interface Seen<T> {
  seen: T;
  asOf: number;
}

/**
 * Looks at most once in `forMs`: who asks in between gets what was seen last, with its age. Those who ask while a look
 * is under way share it; one that fails is not remembered.
 */
export function lately<T>(clock: Clock, forMs: number, look: () => Promise<T>): () => Promise<Seen<T>> {
  let last: { at: number; seen: Promise<Seen<T>> } | undefined;
  return () => {
    const now = clock.now();
    // A clock that went back must not keep an old look for long.
    if (last !== undefined && Math.abs(now - last.at) < forMs) return last.seen;
    const seen = look().then((found) => ({ seen: found, asOf: now }));
    const mine = { at: now, seen };
    last = mine;
    seen.catch(() => {
      if (last === mine) last = undefined;
    });
    return seen;
  };
}
