import type { Finding } from '../finding.ts';
import type { FlowFile } from '../flow-file/read-flow-file.ts';
import type { CompiledFlow, CompiledStep } from '../flow-set.ts';
import { stepIn } from './flow-of.ts';

/** Lines of `migrate` that lead nowhere, as far as the file itself can tell. */
export function unknownTargets(flow: FlowFile, steps: readonly CompiledStep[]): Finding[] {
  const named = new Set(steps.flatMap(({ key, meaning }) => (meaning === undefined ? [] : key)));
  return Object.entries(flow.header.migrate).flatMap(([from, to]) =>
    named.has(to)
      ? []
      : {
          file: flow.file,
          line: flow.line(['migrate', from]),
          code: 'unknown_migrate_target',
          message: `There is no step ${to} to move talks at ${from} to; correct the key or add the step.`,
        },
  );
}

/**
 * Lines of `migrate` whose two questions are of different types, which only shows beside the version that has the old one:
 * an answer to the one can never stand for the other.
 */
export function unfitTargets(
  flow: CompiledFlow,
  older: readonly CompiledFlow[],
): Pick<Finding, 'step' | 'code' | 'message'>[] {
  return [...flow.migrate].flatMap(([from, to]) => {
    const target = stepIn(flow, to)?.node.question;
    const before = older
      .map((version) => stepIn(version, from)?.node.question)
      .find((found) => found?.type !== target?.type);
    if (!target || !before) return [];
    return {
      step: from,
      code: 'unfit_migrate_target',
      message: `migrate: ${from} asked for a ${before.type} and ${to} asks for a ${target.type}; take the line out, and talks at ${from} finish in their version, or move them to a step that is no question.`,
    };
  });
}
