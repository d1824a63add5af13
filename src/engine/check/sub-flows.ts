import type { Finding } from '../finding.ts';
import type { CompiledFlow, CompiledStep } from '../flow-set.ts';
import { MAX_FRAMES } from '../limits.ts';
import { atStep } from './at-step.ts';

type Flows = ReadonlyMap<string, CompiledFlow>;
type Fault = Pick<Finding, 'code' | 'message'>;
type Runs = NonNullable<CompiledStep['node']['runs']>;

/** A side job must still find room above the deepest of them. */
const MAX_DEPTH = MAX_FRAMES - 1;

/** Flows that run others: that each comes back, that they are not too many on each other, and get what they take. */
export function subFlows(flows: readonly CompiledFlow[]): Finding[] {
  const all: Flows = new Map(flows.map((flow) => [flow.id, flow]));
  const depths = new Map<string, number>();
  return flows.flatMap((flow) =>
    flow.steps.flatMap((step) => {
      const { runs } = step.node;
      const target = runs && all.get(runs.flow);
      if (!runs || !target) return [];
      const fault = faultOf(flow, runs, target, all, depths);
      const faults = [...(fault ? [fault] : []), ...untaken(runs, target)];
      return faults.map(({ code, message }) => atStep(flow, step, code, message));
    }),
  );
}

function faultOf(
  flow: CompiledFlow,
  { flow: id, unseen }: Runs,
  target: CompiledFlow,
  all: Flows,
  depths: Map<string, number>,
): Fault | undefined {
  const within = reached(target, all);
  if (within.has(flow))
    return { code: 'recursive_run', message: `Take this out: ${id} runs ${flow.id} again, without end.` };
  if (!unseen && flow.prompt)
    return {
      code: 'prompt_runs',
      message: `Run nothing here: a question is open. ${id} may run in the background.`,
    };
  if (1 + depthOf(target, all, depths) > MAX_DEPTH)
    return {
      code: 'runs_too_deep',
      message: `At most ${MAX_DEPTH} flows may run each other: ${id} runs more.`,
    };
  const elsewhere = [...within].find(leavesForAnother);
  if (elsewhere)
    return {
      code: 'run_goes_elsewhere',
      message: `Let ${elsewhere.id} end: what another flow runs must not go on in a third.`,
    };
  const loud = unseen ? [...within].find(speaks) : undefined;
  return (
    loud && {
      code: 'background_speaks',
      message: `Let ${loud.id} say, ask and wait for nothing, or write run: ${id}.`,
    }
  );
}

/** The flow and all that it runs, however deep. */
function reached(from: CompiledFlow, all: Flows): Set<CompiledFlow> {
  const found = new Set([from]);
  for (const flow of found)
    for (const { node } of flow.steps) {
      const next = node.runs && all.get(node.runs.flow);
      if (next) found.add(next);
    }
  return found;
}

/** How many stand on each other at most. One that runs itself is told of by itself. */
function depthOf(flow: CompiledFlow, all: Flows, depths: Map<string, number>): number {
  const known = depths.get(flow.id);
  if (known !== undefined) return known;
  depths.set(flow.id, 1);
  const below = flow.steps.map(({ node }) => {
    const next = node.runs && !node.runs.unseen ? all.get(node.runs.flow) : undefined;
    return next ? depthOf(next, all, depths) : 0;
  });
  const depth = 1 + Math.max(0, ...below);
  depths.set(flow.id, depth);
  return depth;
}

const leavesForAnother = (flow: CompiledFlow): boolean =>
  flow.steps.some(({ node }) => node.exits.some((exit) => typeof exit !== 'number'));

const speaks = (flow: CompiledFlow): boolean =>
  flow.steps.some(({ node }) => node.texts.length > 0 || (node.waits === true && !node.runs));

const untaken = ({ flow: id, given }: Runs, { params }: CompiledFlow): Fault[] =>
  given
    .filter((name) => !params.includes(name))
    .map((name) => ({
      code: 'unknown_param',
      message: `${id} takes no ${name}: name it in its params, or take it out here.`,
    }));
