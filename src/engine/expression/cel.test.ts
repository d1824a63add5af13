import { describe, expect, it } from '@jest/globals';
import { cel } from './cel.ts';
import type { TypeOfName, ValueType } from './expression.ts';

const TYPES: Record<string, ValueType> = { age: 'double', nom: 'string', oui: 'bool', tout: 'dyn' };
const types: TypeOfName = ([, name = '']) => TYPES[name] ?? { unknown: `no ${name}` };

describe('F5: expressions are checked at load', () => {
  it.each([
    ['answers.age >', 'bad_expression'],
    ['answers.age >= 18 18', 'bad_expression'],
    ['has(3)', 'bad_expression'],
    ['has(answers.age, 2)', 'bad_expression'],
    ['answers', 'unknown_name'],
    ['answers["age"] == 1', 'unknown_name'],
    ['answers.autre == 1', 'unknown_name'],
    ['has(answers.autre)', 'unknown_name'],
    ['_dyn0 == 1', 'unknown_name'],
    ['answers.nom.matches("(a+)+$")', 'unsafe_regex'],
    ['matches(answers.nom, "(?=a)")', 'unsafe_regex'],
    ['timestamp("2026-01-01T00:00:00Z")', 'unknown_function'],
    ['foo(1)', 'unknown_function'],
    ['dyn(1)', 'unknown_function'],
    ['answers.nom.trim() == ""', 'unknown_function'],
    ['cel.bind(x, 1, x)', 'unknown_function'],
    ['[1].map(x, x > 0, x) == [1]', 'unknown_function'],
    ['{"a": 1}.a == 1', 'bad_expression'],
    ['b"a" == b"a"', 'bad_expression'],
    ['5u == 5u', 'bad_expression'],
    ['answers.age > 9007199254740992', 'bad_expression'],
    ['[1].all(x, [2].all(y, x < y))', 'expression_too_costly'],
    [`answers.nom == "${'a'.repeat(500)}"`, 'expression_too_long'],
    [Array.from({ length: 80 }, () => '1').join(' + '), 'bad_expression'],
    [`${'('.repeat(100)}1${')'.repeat(100)}`, 'bad_expression'],
    [`[${Array.from({ length: 61 }, () => '1').join(', ')}].all(x, x > 0)`, 'bad_expression'],
  ])('%s is refused when compiled', (source, code) => {
    expect(cel.compile(source, types)).toMatchObject({ ok: false, code });
  });

  it.each([
    ['answers.age > ', 'It breaks off too early'],
    ['(answers.age > 3', 'close its brackets'],
    ['answers.age = 3', 'Write == to compare'],
    ['answers.age =< 3', '"at most" is <='],
    ['answers.age > 3 3', "after its end, at '3'"],
    ['answers.age > 3 and answers.oui', 'Write && for "and"'],
    ['answers.nom == “Awa”', 'straight quotes'],
    ["answers.nom == 'Awa", 'second quote'],
    ['if', 'if is no word here'],
    ['answers.age # 3', 'write it like answers.age >= 18.'],
    ['answers.nom == Awa', 'Put words between quotes, "Awa"'],
    ['answers.nom > 3', 'words and a number do not go with >'],
    ['!answers.nom', '! does not go with words'],
    ['-answers.nom', '- does not go with words'],
    ['answers.nom && answers.oui', 'must be true or false'],
    ['answers.age ? 1 : 2', 'must be true or false'],
    ['answers.nom.length() > 3', 'length() is not offered here; use size(), contains()'],
    ['len(answers.nom) > 3', 'len() is not offered here; use size(), has()'],
    ['answers.age.contains(3)', 'contains() does not go with'],
    ['{"a": 1}.a == 1', 'use a list'],
    ['[1, 2]', 'It gives a list'],
  ])('F14: %s is answered in words an author knows', (source, words) => {
    const compiled = cel.compile(source, types);
    const told = compiled.ok ? cel.check(compiled.expression) : compiled;
    expect(told).toEqual({ ok: false, code: expect.any(String), message: expect.stringContaining(words) });
    expect('message' in told && told.message).toMatch(/\.$/);
  });

  it('refuses more names than a condition needs', () => {
    const source = Array.from({ length: 17 }, (_, n) => `has(vars.v${n})`).join(' || ');
    expect(cel.compile(source, () => 'dyn')).toMatchObject({ ok: false, code: 'expression_too_long' });
  });

  it.each([
    ['answers.age == "vingt"', 'wrong_type'],
    ['answers.nom > 3', 'wrong_type'],
    ['answers.nom + 1', 'wrong_type'],
    ['answers.oui < 3', 'wrong_type'],
    ['!answers.nom', 'wrong_type'],
    ['answers.age ? 1 : 2', 'wrong_type'],
    ['[1, 2]', 'wrong_type'],
    ['foo', 'unknown_name'],
  ])('%s is refused when checked', (source, code) => {
    const compiled = cel.compile(source, types);
    if (!compiled.ok) throw new Error(compiled.message);
    expect(cel.check(compiled.expression)).toMatchObject({ ok: false, code });
  });

  it.each([
    ['answers.age >= 18', 'bool'],
    ['answers.age + 1', 'double'],
    ['answers.nom == null', 'bool'],
    ['null == answers.age', 'bool'],
    ['answers.age in [18, 20]', 'bool'],
    ['answers.age == 20 && answers.oui', 'bool'],
    ['answers.nom + "!"', 'string'],
    ['answers.tout', 'dyn'],
    ['null', 'dyn'],
  ])('%s gives %s', (source, type) => {
    const compiled = cel.compile(source, types);
    if (!compiled.ok) throw new Error(compiled.message);
    expect(cel.check(compiled.expression)).toEqual({ ok: true, type });
  });

  it('says which names it reads, once each', () => {
    const compiled = cel.compile('answers.age > 3 && has(answers.age) && answers.oui', types);
    expect(compiled.ok && compiled.expression.reads).toEqual([
      ['answers', 'age'],
      ['answers', 'oui'],
    ]);
  });
});
