import type { ASTNode } from '@marcbachmann/cel-js';
import { CONVERSIONS } from './cel-conversions.ts';
import { variableName } from './cel-environments.ts';
import type { Problem, TypeOfName, ValueType } from './expression.ts';
import { ROOTS } from './names.ts';

export interface Names {
  paths: { path: string[]; variable: string; type: ValueType }[];
  rewritten: string;
}

/** An expression inside a loop inside a loop costs its list's length squared; regular expressions can cost anything. */
const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** What is offered. The library knows more, which is no standard or behaves otherwise elsewhere. */
const FUNCTIONS: ReadonlySet<string> = new Set(['size', 'has', ...CONVERSIONS.keys()]);
const METHODS: ReadonlySet<string> = new Set(['size', 'contains', 'startsWith', 'endsWith', ...LOOPS]);

/**
 * Finds the names an expression reads and replaces each by one variable, `has(name)` by a comparison with null.
 * So a name that has no value needs no map entry, and each name has the type its question gives it.
 */
export function surveyed(source: string, ast: ASTNode, types: TypeOfName): Names | Problem {
  const survey = new Survey(types);
  survey.visit(ast, false);
  if (survey.problem) return survey.problem;
  return { paths: [...survey.paths.values()], rewritten: survey.rewrite(source) };
}

class Survey {
  readonly paths = new Map<string, Names['paths'][number]>();
  problem: Problem | undefined;
  private readonly cuts: { start: number; end: number; words: string }[] = [];
  private readonly types: TypeOfName;

  constructor(types: TypeOfName) {
    this.types = types;
  }

  visit(node: ASTNode, looping: boolean): void {
    if (this.problem) return;
    const path = pathOf(node);
    if (path) {
      this.name(node, path, '');
      return;
    }
    if (node.op === 'id') {
      this.variable(node.args);
      return;
    }
    if (node.op === 'call' && node.args[0] === 'has') {
      this.has(node, node.args[1]);
      return;
    }
    if ((node.op === 'rcall' || node.op === 'call') && node.args[0] === 'matches') {
      this.refuse('unsafe_regex', 'matches() is not offered; use contains(), startsWith() or endsWith().');
      return;
    }
    if (!this.offers(node)) return;
    const loop = node.op === 'rcall' && LOOPS.has(node.args[0]);
    if (loop && looping) {
      this.refuse('expression_too_costly', 'A loop inside a loop is not offered; split it into two steps.');
      return;
    }
    for (const child of childrenOf(node)) this.visit(child, looping || loop);
  }

  rewrite(source: string): string {
    let words = '';
    let from = 0;
    for (const cut of this.cuts.sort((a, b) => a.start - b.start)) {
      words += source.slice(from, cut.start) + cut.words;
      from = cut.end;
    }
    return words + source.slice(from);
  }

  /** Whether the language of flows has this; beyond it every implementation is another. */
  private offers(node: ASTNode): boolean {
    if (node.op === 'call' || node.op === 'rcall') {
      const [name] = node.args;
      if (
        !(node.op === 'call' ? FUNCTIONS : METHODS).has(name) ||
        (name === 'map' && node.args[2]?.length !== 2)
      )
        this.refuse('unknown_function', `${name}() is not offered here; use ${offered(node.op)}.`);
      const own = node.op === 'call' ? CONVERSIONS.get(name) : undefined;
      if (own !== undefined) this.cuts.push({ start: node.start, end: node.start + name.length, words: own });
    } else if (node.op === 'map')
      this.refuse('bad_expression', 'Braces are not offered here; use a list, [1, 2].');
    else if (node.op === 'value' && !isOffered(node.args))
      this.refuse('bad_expression', 'Write a plain number up to 9007199254740991, or words between quotes.');
    return !this.problem;
  }

  private has(node: ASTNode, args: readonly ASTNode[]): void {
    const [asked] = args;
    const path = asked && args.length === 1 ? pathOf(asked) : undefined;
    if (!path) {
      this.refuse('bad_expression', 'has() takes one name, e.g. has(answers.age).');
      return;
    }
    this.name(node, path, ' != null');
  }

  private name(node: ASTNode, path: string[], question: string): void {
    const type = this.types(path);
    if (typeof type === 'object') {
      this.refuse(type.code ?? 'unknown_name', type.unknown);
      return;
    }
    const key = path.join('.');
    const known = this.paths.get(key) ?? { path, variable: variableName(type, this.paths.size), type };
    this.paths.set(key, known);
    this.cuts.push({
      start: node.start,
      end: node.end,
      words: question ? `(${known.variable}${question})` : known.variable,
    });
  }

  private variable(name: string): void {
    if (ROOTS.has(name)) this.refuse('unknown_name', `Say which: ${name}.<name>.`);
    else if (name.startsWith('_')) this.refuse('unknown_name', `No name begins with _; rename ${name}.`);
  }

  private refuse(code: string, message: string): void {
    this.problem ??= { code, message };
  }
}

/** `answers.age` as `['answers', 'age']`; nothing for what is no chain of names from a root. */
function pathOf(node: ASTNode): string[] | undefined {
  const path: string[] = [];
  let at = node;
  while (at.op === '.') {
    path.unshift(at.args[1]);
    at = at.args[0];
  }
  return path.length > 0 && at.op === 'id' && ROOTS.has(at.args) ? [at.args, ...path] : undefined;
}

const offered = (op: 'call' | 'rcall'): string =>
  [...(op === 'call' ? FUNCTIONS : METHODS)].map((name) => `${name}()`).join(', ');

/** Beyond this whole numbers and fractions are no longer told apart. */
const isOffered = (value: unknown): boolean =>
  typeof value === 'bigint'
    ? value <= BigInt(Number.MAX_SAFE_INTEGER)
    : typeof value !== 'object' || value === null;

function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const look = (held: unknown): void => {
    if (Array.isArray(held)) held.forEach(look);
    else if (isNode(held)) found.push(held);
  };
  look(node.args);
  return found;
}

function isNode(held: unknown): held is ASTNode {
  return typeof held === 'object' && held !== null && 'op' in held && 'args' in held;
}
