import type { CallValue, ListValue, Value } from '../types.ts';
import type { Scope } from './expression.ts';

/** The words an expression's names begin with. */
export const ROOTS: ReadonlySet<string> = new Set(['answers', 'person', 'vars', 'talk']);

/** Reads one name. */
export type Reader = (scope: Scope) => Value | ListValue | readonly string[];

/** Several choices, which a frame holds as one word: `eau,ecole`. The empty word is none of them. */
export const keysOf = (read: Reader): Reader => {
  return (scope) => {
    const held = read(scope);
    if (typeof held !== 'string') return held;
    return held === '' ? [] : held.split(',');
  };
};

/** How to read a name from a scope; made once, at load. Whatever is not there reads as null. */
export function readerOf(path: readonly string[]): (scope: Scope) => Value | ListValue {
  const [root, first = '', second] = path;
  if (root === 'answers') return (scope) => own(scope.answers, first);
  if (root === 'talk') return (scope) => scope.suspended;
  if (root === 'vars') return (scope) => variable(scope, first, second);
  if (first === 'lang') return (scope) => scope.profile.lang ?? null;
  if (first === 'stopped') return (scope) => scope.profile.stopped;
  if (first === 'groups') return (scope) => scope.profile.groups?.includes(second ?? '') === true;
  if (first === 'consents') return (scope) => own(scope.profile.consents, second ?? '');
  return (scope) => own(scope.profile.fields, first);
}

function variable(scope: Scope, name: string, part: string | undefined): Value | ListValue {
  const held = Object.hasOwn(scope.vars, name) ? (scope.vars[name] ?? null) : null;
  // A list is read whole, by size() and [0]; a record only by its parts.
  if (isList(held)) return part === undefined ? held : null;
  if (part === undefined) return typeof held === 'object' ? null : held;
  return typeof held === 'object' && held !== null ? own(held, part) : null;
}

export const isList = (held: CallValue): held is ListValue => Array.isArray(held);

function own(record: Readonly<Record<string, Value>>, key: string): Value {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
