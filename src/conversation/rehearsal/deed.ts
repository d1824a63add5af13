import { z } from 'zod';

/** Minutes, hours or days of a `wait`, in milliseconds. */
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** A year is longer than any timer of a talk. */
const LONGEST_WAIT_MS = 366 * UNITS.d;

const wait = z
  .string()
  .regex(/^\+?\d{1,6}[smhd]$/)
  .transform((text) => Number.parseInt(text, 10) * UNITS[text.slice(-1) as keyof typeof UNITS])
  .refine((ms) => ms <= LONGEST_WAIT_MS);

/** One line of a script: what the person does next. */
export const deed = z.union([
  z.strictObject({ say: z.string() }),
  z.strictObject({ tap: z.string().min(1).max(128) }),
  z.strictObject({ send: z.enum(['voice', 'photo', 'sticker', 'location']) }),
  z.strictObject({ wait }),
]);
export type Deed = z.infer<typeof deed>;
