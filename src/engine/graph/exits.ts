import type { CompiledStep } from '../flow-set.ts';
import type { CompiledNode, Question, Target } from '../nodes/node-kind.ts';
import type { Value } from '../types.ts';

/** A step left the only way there is. */
export const NEXT = 'next';
/** An open question left with an answer: what the answer was is not told. */
export const ANSWERED = 'answered';
export const ON_FAIL = 'on_fail';
/** A question left because its time was over. */
export const TIMEOUT = 'timeout';
/** A question left for the one before it. */
export const BACK = 'back';

/** Where a step can go on to, by the name an author knows: `then`, `else`, `on_fail`, `ok`, `fail`. */
export interface Way {
  /** {@link NEXT} where there is one way only. */
  name: string;
  to: Target;
  /** Names of exits that lead to the same place. */
  also: string[];
}

/** The ways out of a step. Those that lead to the same place are one, under the first one's name. */
export function waysOf(node: CompiledNode): Way[] {
  const ways: Way[] = [];
  node.exits.forEach((to, nth) => {
    const name = nameOf(node, nth);
    const known = ways.find((way) => same(way.to, to));
    if (known === undefined) ways.push({ name, to, also: [] });
    else known.also.push(name);
  });
  const [only] = ways;
  return only !== undefined && ways.length === 1
    ? [{ name: NEXT, to: only.to, also: [only.name, ...only.also] }]
    : ways;
}

/** The branches of a step, as its tests must reach them: the choices of a question, and its other ways out. */
export function branchesOf(node: CompiledNode): string[] {
  const ways = waysOf(node).map(({ name }) => name);
  const forks = ways.length > 1 ? ways : [];
  return node.question === undefined
    ? forks
    : [...oneOf(node.question), ...forks.filter((name) => name !== ANSWERED)];
}

/** The choices of which one is the answer; several at once make no branch each. */
const oneOf = ({ type, choices }: Question): readonly string[] =>
  type === 'multi' || type === 'rank' ? [] : choices;

/** The way a step was left by when it went on to `to`. */
export function exitTo({ node }: CompiledStep, to: Target): string {
  const nth = node.exits.findIndex((exit) => same(exit, to));
  return nth < 0 ? NEXT : nameOf(node, nth);
}

/** The way a question was left by when it took this answer: the key of a fixed choice, or that there was an answer. */
export function exitWith({ node }: CompiledStep, answer: Value): string {
  const name = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
  return node.question && oneOf(node.question).includes(name) ? name : ANSWERED;
}

const nameOf = ({ ways }: CompiledNode, nth: number): string => ways?.[nth] ?? NEXT;

const same = (a: Target, b: Target): boolean =>
  typeof a === 'number' || typeof b === 'number' ? a === b : a.flow === b.flow;
