import type { Finding } from '../finding.ts';
import type { CompiledFlow } from '../flow-set.ts';

/** A flow that comes over a talk a colleague takes must give it to them, or they write into a talk the bot goes on with. */
export function taken(flow: CompiledFlow): Finding[] {
  const trigger = flow.triggers.find(({ kind }) => kind === 'taken');
  if (trigger === undefined || flow.steps[0]?.node.resumed !== undefined) return [];
  return [
    {
      file: flow.file,
      line: trigger.line,
      code: 'taken_keeps_the_talk',
      message: 'Begin this flow with hand_over: a colleague takes the talk with it.',
    },
  ];
}
