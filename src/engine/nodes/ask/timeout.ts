import { z } from 'zod';
import { duration, millisecondsOf } from '../../duration.ts';
import { goto } from '../../flow-file/keys.ts';
import { MAX_REMINDERS } from '../../limits.ts';
import type { TextKey } from '../../types.ts';
import type { CompileAt, Target } from '../node-kind.ts';
import { labelsOf } from './labels.ts';

/** A question is given up after a time, and reminded of before, at even distances. */
export const timeout = z.strictObject({
  after: duration,
  remind: z
    .number()
    .int()
    .min(0)
    .max(MAX_REMINDERS, `must be at most ${MAX_REMINDERS}: more is harassment`)
    .default(0),
  /** Where the talk goes on without an answer; where nothing is said, as by `on_fail`. */
  then: goto.optional(),
});
type Source = { ask: string; timeout?: z.infer<typeof timeout> | undefined };

export interface Timeout {
  /** As the engine counts it, in milliseconds. */
  timing: { after: number; remind: number };
  then: Target;
  /** The author's words for a reminder; the question itself where there are none. */
  words: TextKey | undefined;
}

/** @param failing where the talk goes on by `on_fail` */
export function timeoutOf(
  { ask, timeout: source }: Source,
  failing: Target,
  at: CompileAt,
): Timeout | undefined {
  if (source === undefined) return undefined;
  const own = { flow: at.flow, key: `${ask}.remind` };
  const hasOwn = source.remind > 0 && labelsOf(own, at).length > 0;
  return {
    timing: { after: millisecondsOf(source.after), remind: source.remind },
    then: source.then === undefined ? failing : at.target(source.then, ['timeout', 'then']),
    words: hasOwn ? own : undefined,
  };
}
