import type { Finding } from '../finding.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { atStep } from './at-step.ts';

/**
 * A flow the house begins in a talk comes over whatever is half answered there, so it is a side job, says what it has
 * to say and is over; and no word begins it, for then it would lack what it is about.
 * @param run ids of the flows that others run
 */
export function prompted(flow: CompiledFlow, run: ReadonlySet<string>): Finding[] {
  if (!flow.prompt)
    return flow.params.length > 0 && flow.triggers.length === 0 && !run.has(flow.id)
      ? [
          at(
            flow,
            'params_unused',
            'Nothing begins this flow from outside: add a trigger, or take params out.',
          ),
        ]
      : [];
  const found: Finding[] = [];
  if (!flow.interrupts)
    found.push(
      at(flow, 'prompt_is_no_side_job', 'Add "interrupts: true": a prompt comes over an open question.'),
    );
  if (flow.triggers.some(({ kind }) => kind !== 'prompt'))
    found.push(
      at(flow, 'prompt_by_word', 'Take the other triggers away: what the house begins is begun by no word.'),
    );
  for (const step of flow.steps) {
    if (step.node.question)
      found.push(
        atStep(
          flow,
          step,
          'prompt_asks',
          'Ask nothing here: another question is open. Say which word to write instead.',
        ),
      );
    if (step.node.exits.some((exit) => typeof exit !== 'number'))
      found.push(atStep(flow, step, 'prompt_goes_on', 'End here: a prompt does not go on in another flow.'));
  }
  return found;
}

const at = (flow: CompiledFlow, code: string, message: string): Finding => ({
  file: flow.file,
  line: flow.triggersLine,
  code,
  message,
});
