import { z } from 'zod';

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** A talk that sleeps longer has been forgotten by both sides. */
export const LONGEST_MS = 366 * UNITS.d;

/** How long, as an author writes it: minutes, hours or days, a year at most. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,3}[mhd]$/, 'must look like 30m, 24h or 7d')
  .refine((words) => millisecondsOf(words) <= LONGEST_MS, 'must be at most 366d');

/** Milliseconds of a {@link duration}; seconds are understood too. */
export function millisecondsOf(words: string): number {
  return Number.parseInt(words, 10) * UNITS[words.slice(-1) as keyof typeof UNITS];
}
