import { answersFrom, entriesOf, isPassed } from '../answers.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { ANSWER_TYPES } from '../nodes/ask/types/index.ts';
import type { Question } from '../nodes/node-kind.ts';
import type { Frame, Value } from '../types.ts';
import { stepIn } from './flow-of.ts';

/**
 * The answers that mean in the published version what they meant where they were given, under the names their steps have
 * now and in their order. The others are left behind: to the conditions of the new version those questions were not answered.
 */
export function carriedAnswers(
  { answers, sealed = 0 }: Frame,
  published: CompiledFlow,
  own: CompiledFlow | undefined,
): Pick<Frame, 'answers' | 'sealed'> {
  const carried: [string, Value][] = [];
  let stay = 0;
  for (const [nth, [step, value]] of entriesOf(answers).entries()) {
    const to = published.at.has(step) ? step : nameOf(step, answers, published, own);
    const now = stepIn(published, to)?.node.question;
    if (!now || !fits(value, now, stepIn(own, step)?.node.question, own !== undefined)) continue;
    carried.push([to, value]);
    if (nth < sealed) stay = carried.length;
  }
  return { answers: answersFrom(carried), ...(stay > 0 ? { sealed: stay } : {}) };
}

/** Its new name, unless that was another question's then. */
function nameOf(
  step: string,
  answers: Frame['answers'],
  published: CompiledFlow,
  own: CompiledFlow | undefined,
): string {
  const to = published.migrate.get(step);
  return to === undefined || isPassed(answers, to) || own?.at.has(to) === true ? step : to;
}

function fits(value: Value, now: Question, before: Question | undefined, known: boolean): boolean {
  // A question that was left without an answer.
  if (value === null) return true;
  if (!known) return typeof value === JS_TYPES[ANSWER_TYPES[now.type]];
  if (before?.type !== now.type) return false;
  return (
    before.choices.every((choice) => now.choices.includes(choice)) || now.choices.includes(String(value))
  );
}

const JS_TYPES = {
  string: 'string',
  double: 'number',
  bool: 'boolean',
  dyn: 'string',
  keys: 'string',
} as const;
