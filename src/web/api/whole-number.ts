import { z } from 'zod';

/** A whole number in an address: digits alone, not `1e3`, `0x10` or a blank. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));
