import type { Finding } from '../finding.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { atStep } from './at-step.ts';

/** A side job stands over a question that is half answered: it must not keep that waiting for a day. */
export function waiting(flow: CompiledFlow): Finding[] {
  if (!flow.interrupts && !flow.prompt) return [];
  return flow.steps.flatMap((step) =>
    step.node.waits === true && !step.node.runs
      ? atStep(
          flow,
          step,
          'side_job_waits',
          'Let no time pass here: a question is open below. Take the wait out, or interrupts: true.',
        )
      : [],
  );
}
