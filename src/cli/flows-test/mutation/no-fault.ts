import type { PlacedStep } from '../../../engine/flow-file/read-flow-file.ts';
import { place, type Written } from './written.ts';

/** Why two neighbours may change places and nobody can tell. */
export type Reason = 'they exclude each other' | 'neither knows of the other';

/**
 * Two neighbours that do the same in either order, by what is written in them:
 * - two `if`s without `else` that want different values of one name, so that at most one is taken. None of their steps
 *   may give that name another value;
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

/** `answers.x == "a"`, also as one part of a condition of several that all must hold. */
const WANTS = /^([a-z]+(?:\.\w+)+) == ("[^"]*"|-?[\d.]+|true|false|null)$/;

function excludeEachOther(a: Written, b: Written): boolean {
  if (![a, b].every((step) => typeof step['if'] === 'string' && step['else'] === undefined)) return false;
  const wanted = wantsOf(b);
  const names = [...wantsOf(a)].flatMap(([name, value]) =>
    wanted.has(name) && wanted.get(name) !== value ? [name] : [],
  );
  const given = [...writes(a['then']), ...writes(b['then'])];
  return names.some((name) => !given.some((path) => name === path || name.startsWith(`${path}.`)));
}

function wantsOf(step: Written): Map<string, string> {
  const parts = String(step['if']).split(' && ');
  return new Map(
    parts.flatMap((part) => {
      const [, name, value] = WANTS.exec(part.trim()) ?? [];
      return name !== undefined && value !== undefined ? [[name, value] as const] : [];
    }),
  );
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
