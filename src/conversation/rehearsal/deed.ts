import { z } from 'zod';
import { LONGEST_MS, millisecondsOf } from '../../engine/duration.ts';

/** A time that passes, in milliseconds; a year is longer than any timer of a talk. */
const wait = z
  .string()
  .regex(/^\+?\d{1,6}[smhd]$/)
  .transform(millisecondsOf)
  .refine((ms) => ms <= LONGEST_MS);

/** One line of a script: what the person does next, or a colleague with a talk that was handed over. */
export const deed = z.union([
  z.strictObject({ say: z.string() }),
  z.strictObject({ tap: z.string().min(1).max(128) }),
  z.strictObject({ send: z.enum(['voice', 'photo', 'sticker', 'location']) }),
  z.strictObject({ wait }),
  /** Given back at this step; where the flow says, if it has none of that name: `give_back: usual`. */
  z.strictObject({ give_back: z.string().min(1).max(64) }),
]);
export type Deed = z.infer<typeof deed>;
