import { z } from 'zod';
import { ask } from './ask/ask.ts';
import { background } from './background/background.ts';
import { call } from './call/call.ts';
import { effect } from './do/do.ts';
import { end } from './end/end.ts';
import { goto } from './goto/goto.ts';
import { group } from './group/group.ts';
import { handOver } from './hand_over/hand-over.ts';
import { branch } from './if/if.ts';
import { type StepReader, stepReader } from './node-kind.ts';
import { run } from './run/run.ts';
import { result } from './result/result.ts';
import { say } from './say/say.ts';
import { set } from './set/set.ts';
import { split } from './split/split.ts';
import { wait } from './wait/wait.ts';

/** Every kind of step, under the key that makes it. Adding one is its folder and a line here. */
export const NODE_KINDS = {
  say: stepReader(say),
  ask: stepReader(ask),
  set: stepReader(set),
  if: stepReader(branch),
  call: stepReader(call),
  do: stepReader(effect),
  result: stepReader(result),
  group: stepReader(group),
  split: stepReader(split),
  hand_over: stepReader(handOver),
  wait: stepReader(wait),
  run: stepReader(run),
  background: stepReader(background),
  goto: stepReader(goto),
  end: stepReader(end),
} as const satisfies Record<string, StepReader>;

export type Kind = keyof typeof NODE_KINDS;

/** A step of any kind, whole: what the JSON Schema is made from. */
export const stepSchema: z.ZodType = z.lazy(() => {
  const [first, ...others] = Object.values(NODE_KINDS).map((kind) => kind.schema(stepSchema));
  return z.union(first ? [first, ...others] : []);
});
