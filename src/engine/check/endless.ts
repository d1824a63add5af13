import type { Finding } from '../finding.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { END, type Target } from '../nodes/node-kind.ts';
import { atStep } from './at-step.ts';

/** Questions and waits a person cannot get past: no end lies ahead, or nothing may be offered. */
export function endless(flow: CompiledFlow): Finding[] {
  const out = waysOut(flow);
  return flow.steps.flatMap((step, index) => {
    const { question, waits } = step.node;
    if (!question && waits === undefined) return [];
    if (question?.mayOfferNone)
      return atStep(
        flow,
        step,
        'dead_end',
        'Every choice has a condition: add one without, or nothing may be offered.',
      );
    if (!out.has(index))
      return atStep(
        flow,
        step,
        'dead_end',
        'No way leads from here to an end: add an end, or a goto to another flow.',
      );
    return [];
  });
}

/** Steps from which an end or another flow can be reached. */
function waysOut(flow: CompiledFlow): Set<number> {
  const before = new Map<number, number[]>();
  const open: number[] = [];
  const leaves = (exit: Target): boolean => typeof exit !== 'number' || exit === END;
  flow.steps.forEach(({ node }, index) => {
    if (node.exits.some(leaves)) open.push(index);
    for (const exit of node.exits)
      if (typeof exit === 'number' && exit !== END) before.set(exit, [...(before.get(exit) ?? []), index]);
  });
  const out = new Set<number>();
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (out.has(index)) continue;
    out.add(index);
    open.push(...(before.get(index) ?? []));
  }
  return out;
}
