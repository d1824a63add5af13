import { randomBytes } from 'node:crypto';
import type { Chance, Clock } from '../../src/domain/clock.ts';

export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** A clock that stands still until told: 2026-11-21 10:00 in Bamako. */
export function testClock(start = Date.UTC(2026, 10, 21, 10)): TestClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

export const realClock: Clock = { now: () => Date.now() };
export const realChance: Chance = { token: (bytes) => randomBytes(bytes).toString('base64url') };
