import type { Answers, Value } from './types.ts';

/** Of no question. */
export const NO_ANSWERS: Answers = '';

export function answersFrom(entries: Iterable<readonly [step: string, value: Value]>): Answers {
  return Array.from(entries, ([step, value]) => written(step, value)).join(BETWEEN);
}

/** Each with its step, in order. */
export const entriesOf = (answers: Answers): [step: string, value: Value][] =>
  answers === NO_ANSWERS ? [] : answers.split(BETWEEN).map(read);

/** The same for expressions, which read them by name. */
export const recordOf = (answers: Answers): Record<string, Value> => Object.fromEntries(entriesOf(answers));

/** The questions that were passed, in order. */
export const stepsOf = (answers: Answers): string[] => entriesOf(answers).map(([step]) => step);

/** The question was passed, with an answer or without. */
export const isPassed = (answers: Answers, step: string): boolean => placeOf(answers, step) !== undefined;

/** What the question was answered; `null` where nothing is kept. */
export function answerTo(answers: Answers, step: string): Value {
  const place = placeOf(answers, step);
  return place === undefined ? null : read(answers.slice(place.from, place.to))[1];
}

/** The answer where the one before stood, or last. */
export function withAnswer(answers: Answers, step: string, value: Value): Answers {
  const fresh = written(step, value);
  if (answers === NO_ANSWERS) return fresh;
  const place = placeOf(answers, step);
  if (place === undefined) return `${answers}${BETWEEN}${fresh}`;
  return `${answers.slice(0, place.from)}${fresh}${answers.slice(place.to)}`;
}

const BETWEEN = ',';
const ESCAPED = /[%,]/g;
const ESCAPES = /%25|%2C/g;

function written(step: string, value: Value): string {
  if (value === null) return step;
  if (typeof value !== 'string') return `${step}=${String(value)}`;
  return `${step}:${value.replace(ESCAPED, (sign) => (sign === BETWEEN ? '%2C' : '%25'))}`;
}

function read(entry: string): [step: string, value: Value] {
  const end = entry.search(/[:=]/);
  if (end < 0) return [entry, null];
  const [step, rest] = [entry.slice(0, end), entry.slice(end + 1)];
  if (entry[end] === ':') return [step, rest.replace(ESCAPES, (sign) => (sign === '%25' ? '%' : BETWEEN))];
  return [step, rest === 'true' ? true : rest === 'false' ? false : Number(rest)];
}

/** Where the entry of a step stands. A step's key has none of the signs, so what looks like one in an answer is never taken for it. */
function placeOf(answers: Answers, step: string): { from: number; to: number } | undefined {
  for (let from = answers.indexOf(step); from >= 0; from = answers.indexOf(step, from + 1)) {
    const after = answers[from + step.length] ?? BETWEEN;
    if ((from > 0 && answers[from - 1] !== BETWEEN) || !':=,'.includes(after)) continue;
    const to = answers.indexOf(BETWEEN, from);
    return { from, to: to < 0 ? answers.length : to };
  }
  return undefined;
}
