import type { PlacedStep } from '../../../engine/flow-file/read-flow-file.ts';
import { place, type Written } from './written.ts';

/** Why two neighbours may change places and nobody can tell. */
export type Reason =
  | 'they exclude each other'
  | 'neither knows of the other'
  | 'they are never offered together';

/**
 * Two neighbours that do the same in either order, by what is written in them:
 * - two `if`s that want different values of one name, so that at most one is taken. None of their steps may give that
 *   name another value, and neither has an `else`, but one that only sets variables of a run which the other leaves;
 * - a step that only sets variables of the run, which nobody outside sees, beside a step that reads none of them and
 *   sets none it reads.
 */
export function interchangeable(
  written: Written,
  [one, other]: readonly [PlacedStep, PlacedStep],
): Reason | undefined {
  const [a, b] = [place(written, one.path), place(written, other.path)] as [Written, Written];
  if (excludeEachOther(a, b)) return 'they exclude each other';
  if ((isUnseen(a) && isInRow(b) && isApart(a, b)) || (isUnseen(b) && isInRow(a) && isApart(b, a)))
    return 'neither knows of the other';
  return undefined;
}

/** Two choices that change places where one is offered only when the other is not. */
export function neverTogether([one, other]: readonly [unknown, unknown]): boolean {
  const [a, b] = [conditionOf(one), conditionOf(other)];
  return a !== undefined && b !== undefined && contradictions(a, b).every((names) => names.length > 0);
}

const conditionOf = (choice: unknown): string | undefined =>
  choice !== null && typeof choice === 'object' && 'when' in choice ? String(choice.when) : undefined;

function excludeEachOther(a: Written, b: Written): boolean {
  if (typeof a['if'] !== 'string' || typeof b['if'] !== 'string') return false;
  if (!isIdle(b['else'], a) || !isIdle(a['else'], b)) return false;
  const given = [a, b].flatMap((step) => [...writes(step['then']), ...writes(step['else'])]);
  const isGiven = (name: string): boolean =>
    given.some((path) => name === path || name.startsWith(`${path}.`));
  return contradictions(a['if'], b['if']).every((names) => !names.every(isGiven));
}

/** What one does otherwise does not matter to the other: it is nothing, or it sets what a run that is left takes along nowhere. */
const isIdle = (otherwise: unknown, other: Written): boolean =>
  otherwise === undefined || (asList(otherwise).every(isUnseen) && leavesFlow(other['then']));

const leavesFlow = (steps: unknown): boolean => {
  const [first] = asList(steps);
  return first !== undefined && first['goto'] !== null && typeof first['goto'] === 'object';
};

const asList = (steps: unknown): Written[] => [steps].flat() as Written[];

/** `x == "a"`; `x` alone for whether it has a value. */
interface Want {
  name: string;
  of: 'value' | 'presence';
  is: boolean;
  value: string;
}

/**
 * Names of which two conditions want what cannot be at once: `x == "a"` and `x == "b"`, `x == "a"` and `x != "a"`, `has(x)`
 * and `!has(x)`; for each pair of their alternatives.
 */
const contradictions = (one: string, other: string): string[][] =>
  alternativesOf(one).flatMap((a) => alternativesOf(other).map((b) => opposed(a, b)));

const opposed = (one: readonly Want[], other: readonly Want[]): string[] =>
  one.flatMap((a) => (other.some((b) => areOpposed(a, b)) ? [a.name] : []));

const areOpposed = (a: Want, b: Want): boolean =>
  a.name === b.name &&
  a.of === b.of &&
  (a.is && b.is ? a.value !== b.value : a.is !== b.is && a.value === b.value);

/** `answers.x == "a"`, `has(vars.x)`, `!has(vars.x)`, also as one part of a condition of several that all must hold. */
const WANTS =
  /^(?:([a-z]+(?:\.\w+)+) ([=!]=) ("[^"]*"|-?[\d.]+|true|false|null)|(!?)has\(([a-z]+(?:\.\w+)+)\))$/;

/** What each alternative of a condition wants. With parentheses of its own nothing is known of it. */
function alternativesOf(condition: string): Want[][] {
  if (/(?<!\bhas)\(/u.test(condition)) return [[]];
  return condition.split(' || ').map((alternative) => alternative.split(' && ').flatMap(wantsIn));
}

function wantsIn(part: string): Want[] {
  const [, name, operator, value = '', not, present] = WANTS.exec(part.trim()) ?? [];
  if (name !== undefined) return [{ name, of: 'value', is: operator === '==', value }];
  return present === undefined ? [] : [{ name: present, of: 'presence', is: not === '', value: '' }];
}

/** Names that get a value somewhere in these steps. */
function writes(steps: unknown): string[] {
  if (Array.isArray(steps)) return steps.flatMap(writes);
  if (steps === null || typeof steps !== 'object') return [];
  const { set, save, hold, ask, then, else: otherwise } = steps as Written;
  return [
    ...(set !== null && typeof set === 'object' ? Object.keys(set) : []),
    ...[save, hold].flatMap((name) =>
      typeof name === 'string' ? [name.startsWith('person.') ? name : `vars.${name}`] : [],
    ),
    ...(typeof ask === 'string' ? [`answers.${ask}`] : []),
    ...writes(then),
    ...writes(otherwise),
  ];
}

/** It sets variables of the run and does nothing else. */
const isUnseen = ({ set }: Written): boolean =>
  set !== null && typeof set === 'object' && Object.keys(set).every((path) => path.startsWith('vars.'));

/** It always goes on with the next step, within the turn. */
const isInRow = (step: Written): boolean => ['say', 'set', 'do'].some((kind) => kind in step);

function isApart(a: Written, b: Written): boolean {
  const [words, others] = [JSON.stringify(a), JSON.stringify(b)];
  const names = (list: string[], text: string): boolean =>
    list.some((name) => new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`).test(text));
  return !names(writes(a), others) && !names(writes(b), words);
}
