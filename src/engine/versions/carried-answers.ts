import type { CompiledFlow } from '../flow-set.ts';
import { ANSWER_TYPES } from '../nodes/ask/types/index.ts';
import type { Question } from '../nodes/node-kind.ts';
import type { Frame, Value } from '../types.ts';
import { stepIn } from './flow-of.ts';

/**
 * The answers that mean in the published version what they meant where they were given, under the names their steps have
 * now. The others are left behind: to the conditions of the new version those questions were not answered.
 */
export function carriedAnswers(
  answers: Frame['answers'],
  published: CompiledFlow,
  own: CompiledFlow | undefined,
): Frame['answers'] {
  const carried: [string, Value][] = [];
  for (const [step, value] of Object.entries(answers)) {
    const to = published.at.has(step) ? step : nameOf(step, answers, published, own);
    const now = stepIn(published, to)?.node.question;
    if (now && fits(value, now, stepIn(own, step)?.node.question, own !== undefined))
      carried.push([to, value]);
  }
  return Object.fromEntries(carried);
}

/** Its new name, unless that was another question's then. */
function nameOf(
  step: string,
  answers: Frame['answers'],
  published: CompiledFlow,
  own: CompiledFlow | undefined,
): string {
  const to = published.migrate.get(step);
  return to === undefined || Object.hasOwn(answers, to) || own?.at.has(to) === true ? step : to;
}

function fits(value: Value, now: Question, before: Question | undefined, known: boolean): boolean {
  if (!known) return typeof value === JS_TYPES[ANSWER_TYPES[now.type]];
  if (before?.type !== now.type) return false;
  return (
    before.choices.every((choice) => now.choices.includes(choice)) || now.choices.includes(String(value))
  );
}

const JS_TYPES = { string: 'string', double: 'number', bool: 'boolean', dyn: 'string', keys: 'string' } as const;
