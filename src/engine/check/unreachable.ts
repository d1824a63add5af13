import type { Finding } from '../finding.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { atStep } from './at-step.ts';

/** Steps no way leads to. */
export function unreachable(flow: CompiledFlow): Finding[] {
  const reached = new Set<number>();
  const open = [0];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    for (const exit of flow.steps[index]?.node.exits ?? [])
      if (typeof exit === 'number' && exit >= 0) open.push(exit);
  }
  return flow.steps.flatMap((step, index) =>
    reached.has(index)
      ? []
      : atStep(flow, step, 'unreachable', 'No step reaches this one: let one go to it, or delete it.'),
  );
}
