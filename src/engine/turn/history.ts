import type { Frame, Value } from '../types.ts';

// The keys of a run's answers are its way through its questions, in order. What is not kept, or was left without an
// answer, stands there as null: it reads as no answer, and one can still go back to it.

/**
 * The answer takes its place on the way. Where an earlier question was gone back to and is answered otherwise, what was
 * answered after it is forgotten, for the way may be another now.
 * @returns the questions whose answers are forgotten
 */
export function noted(frame: Frame, step: string, value: Value): string[] {
  const { answers } = frame;
  const forgotten = Object.hasOwn(answers, step) && answers[step] !== value ? after(answers, step) : [];
  const kept = forgotten.length === 0 ? answers : without(answers, forgotten);
  frame.answers = { ...kept, [step]: value };
  return forgotten;
}

/** A question on the way was asked again, not gone back to: what was answered before it lies behind it. */
export function askedAnew(frame: Frame, step: string): void {
  const { answers } = frame;
  if (!Object.hasOwn(answers, step)) return;
  const place = Object.keys(answers).indexOf(step);
  frame.answers = { ...without(answers, [step]), [step]: answers[step] ?? null };
  if (frame.sealed !== undefined && place < frame.sealed) frame.sealed -= 1;
}

/** The question before the open one; `undefined` where there is none, or something lies between that cannot be undone. */
export function questionBefore({ answers, step, sealed = 0 }: Frame): string | undefined {
  const way = Object.keys(answers);
  const here = way.indexOf(step);
  const before = (here < 0 ? way.length : here) - 1;
  return before < sealed ? undefined : way[before];
}

/** What has been answered stays answered: something was done with it. */
export function sealed(frame: Frame): void {
  const answered = Object.keys(frame.answers).length;
  if (answered > 0) frame.sealed = answered;
}

function after(answers: Frame['answers'], step: string): string[] {
  const way = Object.keys(answers);
  return way.slice(way.indexOf(step) + 1);
}

const without = (answers: Frame['answers'], steps: readonly string[]): Frame['answers'] =>
  Object.fromEntries(Object.entries(answers).filter(([step]) => !steps.includes(step)));
