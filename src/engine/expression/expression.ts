import type { Profile } from '../../domain/person.ts';
import type { CallValue, Value } from '../types.ts';

/** What an expression can read while it runs. */
export interface Scope {
  answers: Readonly<Record<string, Value>>;
  vars: Readonly<Record<string, CallValue>>;
  profile: Profile;
  /** A talk waits below this one. */
  suspended: boolean;
}

/**
 * The types an expression's names and results can have; `dyn` is known only at run time. `keys` are several choices: one
 * word with commas in a frame, a list in an expression (`"eau" in answers.besoins`).
 */
export type ValueType = 'string' | 'double' | 'bool' | 'dyn' | 'keys';

/** The names one flow may read. `unknown`: there is no such name, and the words say what to do; `code` where it is no `unknown_name`. */
export type TypeOfName = (path: readonly string[]) => ValueType | { unknown: string; code?: string };

/** What is wrong with an expression; `message` is for its author. */
export interface Problem {
  code: string;
  message: string;
}

/** An expression ready to run. `reads` lists the names it reads, `answers.age` as `['answers', 'age']`. */
export interface Expression {
  readonly source: string;
  readonly reads: readonly (readonly string[])[];
}

export type Evaluated = { ok: true; value: Value } | { ok: false; code: string };

/** The language of conditions and computed values, behind three methods so that it can be changed for another. */
export interface ExpressionLanguage<Compiled extends Expression = Expression> {
  compile(source: string, types: TypeOfName): { ok: true; expression: Compiled } | ({ ok: false } & Problem);
  /** The type of the result, or why the types do not fit. */
  check(expression: Compiled): { ok: true; type: ValueType } | ({ ok: false } & Problem);
  /** Never throws. A name that has no value reads as null. */
  evaluate(expression: Compiled, scope: Scope): Evaluated;
}
