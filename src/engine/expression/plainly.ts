/** What the library says is wrong: its code and its summary, e.g. `no_such_overload`, `no such overload: string > int`. */
export interface LibraryProblem {
  code?: string | undefined;
  summary?: string | undefined;
}

/** The same in words for whoever wrote the expression, ending with what to do. */
export function plainly(problem: LibraryProblem, source: string): string {
  return (
    unreadable(problem, source) ??
    unfitting(problem) ??
    `${problem.summary ?? 'It cannot be read'}; ${EXAMPLE}`
  );
}

const EXAMPLE = 'write it like answers.age >= 18.';

/** Habits from other languages and from text editors, then where the reading stopped. */
function unreadable({ code = '', summary = '' }: LibraryProblem, source: string): string | undefined {
  if (/^Unexpected|^Expected/.test(summary)) {
    if (/[“”‘’«»]/.test(source)) return 'Write words between straight quotes, "eau" or \'eau\'.';
    if (/ (?:and|or|et|ou|AND|OR|ET|OU) /.test(source)) return 'Write && for "and", || for "or".';
    if (/^Unexpected character: =/.test(summary))
      return 'Write == to compare; "at most" is <=, "at least" is >=.';
    if (/EOF$/.test(summary)) return `It breaks off too early: close its brackets and ${EXAMPLE}`;
    if (/'.'$/.test(summary)) return `It goes on after its end, at ${summary.slice(-3)}; ${EXAMPLE}`;
  }
  if (code.startsWith('unterminated')) return 'Close the words with a second quote.';
  if (code === 'reserved_identifier') return `${summary.replace(/^.*: /, '')} is no word here; ${EXAMPLE}`;
  return undefined;
}

/** Types that do not go together. */
function unfitting({ code, summary = '' }: LibraryProblem): string | undefined {
  const [, left, operator, right] = /^no such overload: (\S+) (\S+) (\S+)$/.exec(summary) ?? [];
  if (operator !== undefined)
    return `${named(left)} and ${named(right)} do not go with ${operator}; compare like with like.`;
  const [, sign, only] = /^no such overload: ([!-])(\S+)$/.exec(summary) ?? [];
  if (sign !== undefined)
    return `${sign} does not go with ${named(only)}; compare first, as in answers.age > 3.`;
  const [, name] = /^found no matching overload for '(?:\S+\.)?(\w+)\(/.exec(summary) ?? [];
  if (name !== undefined) return `${name}() does not go with what it is given; use ${OFFERED}.`;
  if (code === 'invalid_logical_operand' || code === 'invalid_condition_type')
    return 'Each side of && and ||, and what stands before ?, must be true or false; compare first, as in answers.age > 3.';
  return undefined;
}

const OFFERED = 'size(), contains(), startsWith(), endsWith(), string(), int(), double() or has()';

const named = (type = ''): string => TYPES[type] ?? type;

const TYPES: Readonly<Record<string, string>> = {
  string: 'words',
  int: 'a number',
  double: 'a number',
  bool: 'true or false',
};
