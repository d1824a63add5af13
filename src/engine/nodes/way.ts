import { z } from 'zod';
import { goto } from '../flow-file/keys.ts';

/** Where a branch leads: a list of steps, or `{ goto: s }`, which is short for a list of that one step. */
export const wayOf = (step: z.ZodType) =>
  z.union([z.strictObject({ goto }), z.array(step).min(1)], 'must be { goto: <step> } or a list of steps');

/** The steps of a branch; none where the author wrote none. */
export const stepsOf = (way: z.infer<ReturnType<typeof wayOf>> | undefined): unknown[] =>
  way === undefined ? [] : Array.isArray(way) ? way : [way];
