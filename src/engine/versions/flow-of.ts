import type { CompiledFlow, CompiledStep, FlowSet } from '../flow-set.ts';
import type { Frame } from '../types.ts';

/** The version of its flow a frame runs; `undefined` where nobody has it any more. */
export function flowOf(set: FlowSet, { flow, hash }: Pick<Frame, 'flow' | 'hash'>): CompiledFlow | undefined {
  const published = set.flows.get(flow);
  return published?.hash === hash ? published : set.version(flow, hash);
}

/** A step of a flow by its key. */
export function stepIn(flow: CompiledFlow | undefined, key: string): CompiledStep | undefined {
  const index = flow?.at.get(key);
  return index === undefined ? undefined : flow?.steps[index];
}
