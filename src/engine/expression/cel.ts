import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import {
  MAX_EXPRESSION_DEPTH,
  MAX_EXPRESSION_LENGTH,
  MAX_EXPRESSION_LIST,
  MAX_EXPRESSION_NAMES,
  MAX_EXPRESSION_NODES,
} from '../limits.ts';
import { surveyed } from './cel-names.ts';
import { checking, running } from './cel-environments.ts';
import type {
  Evaluated,
  Expression,
  ExpressionLanguage,
  Problem,
  Scope,
  TypeOfName,
  ValueType,
} from './expression.ts';
import { keysOf, type Reader, readerOf } from './names.ts';
import { type LibraryProblem, plainly } from './plainly.ts';

interface CelExpression extends Expression {
  /** The source with each name replaced by a variable of its type, `answers.age` by `_double0`. */
  readonly rewritten: string;
  readonly run: ParseResult;
  readonly variables: readonly { name: string; read: Reader }[];
}

/**
 * CEL by @marcbachmann/cel-js. What differs from the standard is listed in docs/decisions/expressions.md:
 * a name without a value is null, `has` asks for "not null", and integers mix with doubles.
 */
export const cel: ExpressionLanguage<CelExpression> = { compile, check, evaluate };

const limits = {
  maxAstNodes: MAX_EXPRESSION_NODES,
  maxDepth: MAX_EXPRESSION_DEPTH,
  maxListElements: MAX_EXPRESSION_LIST,
  maxMapEntries: MAX_EXPRESSION_LIST,
};
/** Only reads syntax: its variables are whatever the expression names. */
const reading = new Environment({ unlistedVariablesAreDyn: true, limits });
const checked = checking(limits);
const run = running(limits);

function compile(source: string, types: TypeOfName): ReturnType<typeof cel.compile> {
  if (source.length > MAX_EXPRESSION_LENGTH)
    return no('expression_too_long', `Shorten it to ${MAX_EXPRESSION_LENGTH} characters.`);
  const parsed = attempt(() => reading.parse(source));
  if (!parsed.ok) return no('bad_expression', plainly(parsed, source));
  const names = surveyed(source, parsed.value.ast, types);
  if ('code' in names) return { ok: false, ...names };
  if (names.paths.length > MAX_EXPRESSION_NAMES)
    return no(
      'expression_too_long',
      `It reads ${names.paths.length} names; at most ${MAX_EXPRESSION_NAMES}.`,
    );
  const program = attempt(() => run.parse(names.rewritten));
  if (!program.ok) return no('bad_expression', 'It cannot be read; leave out brackets around names.');
  const variables = names.paths.map(({ variable, path, type }) => ({
    name: variable,
    read: type === 'keys' ? keysOf(readerOf(path)) : readerOf(path),
  }));
  const reads = names.paths.map(({ path }) => path);
  return {
    ok: true,
    expression: { source, reads, rewritten: names.rewritten, run: program.value, variables },
  };
}

function check(expression: CelExpression): ReturnType<typeof cel.check> {
  const typed = checked.check(expression.rewritten);
  // Names have their types only here, so what stands beside them must fit without them as well.
  const untyped = run.check(expression.rewritten);
  const result = typed.valid && !untyped.valid ? untyped : typed;
  if (!result.valid && result.error?.code === 'unknown_variable')
    return no('unknown_name', unknown(result.error.summary.replace(/^.*: /, '')));
  if (!result.valid) return no('wrong_type', plainly(result.error ?? {}, expression.source));
  const type = RESULTS.get(result.type ?? '');
  if (type === undefined)
    return no(
      'wrong_type',
      `It gives a ${result.type ?? 'value'}; a flow holds words, numbers, true, false or null.`,
    );
  return { ok: true, type };
}

function evaluate(expression: CelExpression, scope: Scope): Evaluated {
  const context: Record<string, unknown> = {};
  for (const { name, read } of expression.variables) context[name] = read(scope);
  try {
    return held(expression.run(context));
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
}

const RESULTS = new Map<string, ValueType>([
  ['string', 'string'],
  ['double', 'double'],
  ['int', 'double'],
  ['bool', 'bool'],
  ['null', 'dyn'],
  ['dyn', 'dyn'],
]);

function held(value: unknown): Evaluated {
  if (typeof value === 'bigint') return { ok: true, value: Number(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { ok: false, code: 'not_a_number' };
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { ok: true, value };
  return { ok: false, code: 'not_a_flow_value' };
}

/** The library's own word, e.g. `division_by_zero`; never its message, which may hold what a person typed. */
function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'expression_failed';
}

function attempt<T>(work: () => T): { ok: true; value: T } | ({ ok: false } & LibraryProblem) {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('summary' in error)) return { ok: false };
    return { ok: false, code: String(error.code), summary: String(error.summary) };
  }
}

/** Most often a word without its quotes. */
const unknown = (name: string): string =>
  `Put words between quotes, "${name}"; a name begins with answers, person, vars or talk.`;

const no = (code: string, message: string): { ok: false } & Problem => ({ ok: false, code, message });
