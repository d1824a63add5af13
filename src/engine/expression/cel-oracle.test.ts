import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import { describe, expect, it } from '@jest/globals';
import type { Value } from '../types.ts';
import { cel } from './cel.ts';
import type { Scope, TypeOfName } from './expression.ts';

const scope: Scope = {
  answers: { age: 20, part: 12.5, nom: 'Awa', choix: 'eau', oui: true, non: false },
  vars: { n: 3, mot: 'hɛrɛ', kept: { answers: 4, label: 'x' }, rien: null },
  profile: { lang: 'bm', consents: { base: 2 }, stopped: false, fields: { age: 33, ville: 'Gao' } },
  suspended: true,
};

/** The same to the oracle, as maps that hold only what is there. */
const bindings = {
  answers: scope.answers,
  vars: scope.vars,
  person: { lang: 'bm', stopped: false, consents: { base: 2 }, age: 33, ville: 'Gao' },
  talk: { suspended: true },
};

const FAILS = Symbol('fails');

const AGREED: [expression: string, value: Value][] = [
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['7 / 2', 3],
  ['7 % 4', 3],
  ['-7 / 2', -3],
  ['7.0 / 2.0', 3.5],
  ['1.5 + 1.5', 3],
  ['"a" + "b"', 'ab'],
  ['true && false', false],
  ['true || false', true],
  ['!true', false],
  ['1 < 2 && 2 < 3', true],
  ['"a" < "b"', true],
  ['answers.age >= 18', true],
  ['answers.age < 18', false],
  ['answers.age == 20', true],
  ['answers.age != 20', false],
  ['answers.age > 19.5', true],
  ['answers.part == 12.5', true],
  ['answers.part * 2.0', 25],
  ['answers.age in [18, 20]', true],
  ['answers.nom == "Awa"', true],
  ['answers.nom != "Awa"', false],
  ['answers.nom.startsWith("A")', true],
  ['answers.nom.endsWith("b")', false],
  ['answers.nom.contains("w")', true],
  ['answers.nom.size()', 3],
  ['size(vars.mot)', 4],
  ['answers.choix in ["eau", "ecole"]', true],
  ['!(answers.choix in ["ecole"])', true],
  ['answers.choix == "eau" ? "oui" : "non"', 'oui'],
  ['answers.oui', true],
  ['!answers.oui', false],
  ['answers.oui && !answers.non', true],
  ['answers.oui == true', true],
  ['has(answers.age)', true],
  ['has(answers.absent)', false],
  ['!has(answers.absent) || answers.age > 30', true],
  ['has(person.consents.base) && person.consents.base == 2', true],
  ['has(person.consents.autre)', false],
  ['person.lang == "bm"', true],
  ['person.stopped', false],
  ['person.age > answers.age', true],
  ['person.ville + "!"', 'Gao!'],
  ['talk.suspended', true],
  ['vars.n == 3', true],
  ['vars.n == "3"', false],
  ['vars.kept.answers > 3', true],
  ['has(vars.kept.absent)', false],
  ['vars.rien == null', true],
  ['has(vars.rien)', false],
  ['vars.n == null', false],
  ['string(answers.oui)', 'true'],
  ['string(12)', '12'],
  ['int("12") + 1', 13],
  ['double("1.5")', 1.5],
  ['int(answers.part)', 12],
  ['[1, 2, 3].exists(x, x == 2)', true],
  ['[1, 2, 3].all(x, x > 1)', false],
  ['["eau", "ecole"].exists(x, x == answers.choix)', true],
  ['size([1, 2, 3].filter(x, x > 1))', 2],
  ['"ɲininkali".size()', 9],
  ['false && 1 / 0 == 1', false],
  ['1 / 0 == 1 || true', true],
];

/** Where we differ from the standard, on purpose; each line is in docs/decisions/expressions.md. */
const OURS: [expression: string, ours: Value, standard: Value | typeof FAILS, why: string][] = [
  ['answers.absent', null, FAILS, 'a name without a value is null'],
  ['answers.absent == null', true, FAILS, 'a name without a value is null'],
  ['vars.kept.absent == "x"', false, FAILS, 'a name without a value is null'],
  ['answers.age + 1', 21, FAILS, 'integers mix with doubles'],
  ['2 * answers.part', 25, FAILS, 'integers mix with doubles'],
  ['answers.age / 3 > 6', true, FAILS, 'integers mix with doubles'],
];

const FAIL_IN_BOTH = [
  '1 / 0',
  '7 % 0',
  'answers.nom > 3',
  'answers.absent.size() > 1',
  'int("x")',
  'vars.n && true',
  'vars.rien < 3',
  '!vars.rien',
  'int(9.3e18)',
  'string(1.0 / 0.0) == "Infinity" && 1 / 0 == 1',
];

/** Where the second CEL is laxer than the standard, and we are not: what only looks like a number is none. */
const STRICTER: [expression: string, theirs: Value | typeof FAILS][] = [
  ['double("")', 0],
  ['int("")', 0],
  ['double(" 1")', 1],
  ['int("1 ")', 1],
  ['int("0x10")', 16],
  ['int("9223372036854775807") > 1', true],
  ['string(double("eau"))', 'NaN'],
  ['string(1.0 / 0.0)', 'Infinity'],
];

describe('F5: expressions agree with a second CEL', () => {
  it.each(AGREED)('%s', (source, value) => {
    expect(ours(source)).toEqual({ ok: true, value });
    expect(oracle(source)).toEqual(value);
  });

  it.each(FAIL_IN_BOTH)('%s fails, as a value', (source) => {
    expect(ours(source)).toMatchObject({ ok: false });
    expect(oracle(source)).toBe(FAILS);
  });

  it.each(STRICTER)('%s is no number here', (source, theirs) => {
    expect(ours(source)).toMatchObject({ ok: false });
    expect(oracle(source)).toEqual(theirs);
  });

  it.each(OURS)('%s differs on purpose', (source, value, standard) => {
    expect(ours(source)).toEqual({ ok: true, value });
    expect(oracle(source)).toEqual(standard);
  });
});

const anyName: TypeOfName = () => 'dyn';

function ours(source: string) {
  const compiled = cel.compile(source, anyName);
  if (!compiled.ok) throw new Error(compiled.message);
  return cel.evaluate(compiled.expression, scope);
}

const environment = celEnv();

function oracle(source: string): Value | typeof FAILS {
  const result: unknown = plan(environment, parse(source))(bindings);
  if (isCelError(result)) return FAILS;
  return typeof result === 'bigint' ? Number(result) : (result as Value);
}
