import { answersFrom, answerTo, entriesOf, isPassed, stepsOf, withAnswer } from '../answers.ts';
import type { Frame, Value } from '../types.ts';

// A run's answers are its way through its questions, in order. What is not kept, or was left without an answer, stands
// there too: one can still go back to it.

/**
 * The answer takes its place on the way. Where an earlier question was gone back to and is answered otherwise, what was
 * answered after it is forgotten, for the way may be another now.
 * @returns the questions whose answers are forgotten
 */
export function noted(frame: Frame, step: string, value: Value): string[] {
  const { answers } = frame;
  const changed = isPassed(answers, step) && answerTo(answers, step) !== value;
  const way = changed ? entriesOf(answers) : [];
  const here = way.findIndex(([each]) => each === step) + 1;
  frame.answers = withAnswer(changed ? answersFrom(way.slice(0, here)) : answers, step, value);
  return way.slice(here).map(([each]) => each);
}

/** A question on the way was asked again, not gone back to: what was answered before it lies behind it. */
export function askedAnew(frame: Frame, step: string): void {
  const { answers } = frame;
  if (!isPassed(answers, step)) return;
  const place = stepsOf(answers).indexOf(step);
  const others = answersFrom(entriesOf(answers).filter(([each]) => each !== step));
  frame.answers = withAnswer(others, step, answerTo(answers, step));
  if (frame.sealed !== undefined && place < frame.sealed) frame.sealed -= 1;
}

/** The question before the open one; `undefined` where there is none, or something lies between that cannot be undone. */
export function questionBefore({ answers, step, sealed = 0 }: Frame): string | undefined {
  const way = stepsOf(answers);
  const here = way.indexOf(step);
  const before = (here < 0 ? way.length : here) - 1;
  return before < sealed ? undefined : way[before];
}

/** What has been answered stays answered: something was done with it. */
export function sealed(frame: Frame): void {
  const answered = stepsOf(frame.answers).length;
  if (answered > 0) frame.sealed = answered;
}
