import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Value } from '../types.ts';
import { cel } from './cel.ts';
import type { Scope, TypeOfName, ValueType } from './expression.ts';

const scope: Scope = {
  answers: { age: 20, part: 12.5, nom: 'Awa', nko: 'ߒߞߏ', oui: true, non: false },
  vars: { n: -3, mot: 'ɲininkali', rien: null, grand: 9_007_199_254_740_991, petit: 0.1 },
  profile: { lang: 'bm', consents: { base: 2 }, stopped: false, fields: { ville: 'Gao 🌍' } },
  suspended: true,
};
/** The same to the oracle, as maps that hold only what is there. */
const bindings = {
  answers: scope.answers,
  vars: scope.vars,
  person: { lang: 'bm', stopped: false, consents: { base: 2 }, ville: 'Gao 🌍' },
  talk: { suspended: true },
};
const NAMES: Readonly<Record<string, ValueType>> = {
  'answers.age': 'double',
  'answers.part': 'double',
  'answers.nom': 'string',
  'answers.nko': 'string',
  'answers.oui': 'bool',
  'answers.non': 'bool',
  'answers.absent': 'string',
  'vars.n': 'dyn',
  'vars.mot': 'dyn',
  'vars.rien': 'dyn',
  'vars.grand': 'dyn',
  'vars.petit': 'dyn',
  'vars.absent': 'dyn',
  'person.ville': 'string',
  'person.lang': 'string',
  'person.stopped': 'bool',
  'person.consents.base': 'double',
  'person.consents.autre': 'double',
  'talk.suspended': 'bool',
};
const typeOf: TypeOfName = (path) => NAMES[path.join('.')] ?? { unknown: 'no such name' };
const named = (...types: ValueType[]): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...Object.keys(NAMES).filter(
      (name) => !/absent|autre/.test(name) && types.includes(NAMES[name] ?? 'dyn'),
    ),
  );

const WORDS = [
  '',
  'eau',
  'Eau',
  'ɲ',
  'ɛ̀',
  'ߒߞߏ',
  '🌍',
  '\uff5e',
  'é',
  'e\u0301',
  '12',
  '-7',
  '1.5',
  '1e3',
  ' 1',
  'x',
  'true',
];
const quoted = fc.constantFrom(...WORDS).map((words) => JSON.stringify(words));
/** What only looks like a number the second CEL takes; see STRICTER in cel-oracle.test.ts. */
const numeral = fc
  .constantFrom('12', '-7', '+1', '0', '1.5', '1e3', '.5', '5.')
  .map((words) => JSON.stringify(words));
const WHOLE_OR_NOT = ['x', '٣', '9223372036854775808', '1_0', '--1', 'NaN'];
const whole = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(2 ** 31, -(2 ** 31))).map(String);
const fraction = fc.constantFrom(
  '0.0',
  '-0.0',
  '0.1',
  '0.2',
  '1.0',
  '2.5',
  '-7.5',
  '1e300',
  '1e-300',
  '9007199254740991.0',
);

type Tie = (key: string) => fc.Arbitrary<string>;
const infix = (tie: Tie, left: string, operators: string[], right = left): fc.Arbitrary<string> =>
  fc.tuple(tie(left), fc.constantFrom(...operators), tie(right)).map(([a, op, b]) => `(${a} ${op} ${b})`);
const call = (tie: Tie, name: string, of: string): fc.Arbitrary<string> =>
  tie(of).map((a) => `${name}(${a})`);
const either = (tie: Tie, of: string): fc.Arbitrary<string> =>
  fc.tuple(tie('bool'), tie(of), tie(of)).map(([c, a, b]) => `(${c} ? ${a} : ${b})`);

const grammar = fc.letrec<Record<string, string>>((given) => {
  const tie: Tie = (key) => given(key);
  const deep = { depthSize: 'small' as const, withCrossShrink: true };
  return {
    int: fc.oneof(
      deep,
      whole,
      infix(tie, 'int', ['+', '-', '*', '/', '%']),
      tie('int').map((a) => `-(${a})`),
      call(tie, 'size', 'words'),
      call(tie, 'size', 'list'),
      call(tie, 'int', 'double'),
      numeral.map((words) => `int(${words})`),
      fc.constantFrom(...WHOLE_OR_NOT).map((words) => `int(${JSON.stringify(words)})`),
      either(tie, 'int'),
    ),
    double: fc.oneof(
      deep,
      fraction,
      named('double'),
      infix(tie, 'double', ['+', '-', '*', '/']),
      tie('double').map((a) => `-(${a})`),
      call(tie, 'double', 'int'),
      numeral.map((words) => `double(${words})`),
      either(tie, 'double'),
    ),
    words: fc.oneof(
      deep,
      quoted,
      named('string'),
      infix(tie, 'words', ['+']),
      call(tie, 'string', 'int'),
      // Of what cannot be infinite: that has no words here.
      fc.oneof(fraction, named('double')).map((a) => `string(${a})`),
      call(tie, 'string', 'bool'),
      either(tie, 'words'),
    ),
    list: fc.oneof(
      deep,
      fc.array(tie('int'), { minLength: 1, maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
      fc.array(tie('words'), { minLength: 1, maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
      fc
        .array(tie('int'), { minLength: 1, maxLength: 3 })
        .map((all) => `[${all.join(', ')}].filter(x, x > 1)`),
      fc.array(tie('int'), { minLength: 1, maxLength: 3 }).map((all) => `[${all.join(', ')}].map(x, x * 2)`),
    ),
    dyn: fc.oneof(deep, named('dyn'), fc.constant('null'), tie('int'), tie('words'), tie('bool')),
    bool: fc.oneof(
      deep,
      fc.constantFrom('true', 'false'),
      named('bool'),
      fc.constantFrom(...Object.keys(NAMES)).map((name) => `has(${name})`),
      infix(tie, 'bool', ['&&', '||', '==', '!=']),
      tie('bool').map((a) => `!(${a})`),
      infix(tie, 'int', ['<', '<=', '>', '>=', '==', '!=']),
      infix(tie, 'double', ['<', '<=', '>', '>=', '==', '!=']),
      infix(tie, 'double', ['<', '>=', '==', '!='], 'int'),
      infix(tie, 'int', ['<', '>=', '==', '!='], 'double'),
      infix(tie, 'words', ['<', '<=', '>', '>=', '==', '!=']),
      infix(tie, 'dyn', ['==', '!=', '<', '>=']),
      infix(tie, 'list', ['==', '!=']),
      infix(tie, 'int', ['in'], 'list'),
      infix(tie, 'words', ['in'], 'list'),
      infix(tie, 'dyn', ['in'], 'list'),
      fc
        .tuple(tie('words'), fc.constantFrom('contains', 'startsWith', 'endsWith'), tie('words'))
        .map(([a, method, b]) => `${a}.${method}(${b})`),
      fc
        .tuple(
          fc.array(tie('int'), { minLength: 1, maxLength: 3 }),
          fc.constantFrom('all', 'exists', 'exists_one'),
          tie('int'),
        )
        .map(([all, loop, b]) => `[${all.join(', ')}].${loop}(x, x < ${b})`),
      either(tie, 'bool'),
    ),
  };
});
const expression = fc.oneof(
  grammar['bool'] as fc.Arbitrary<string>,
  grammar['int'] as fc.Arbitrary<string>,
  grammar['double'] as fc.Arbitrary<string>,
  grammar['words'] as fc.Arbitrary<string>,
);

const FAILS = 'fails';
const REFUSED = Symbol('refused');

it('F5: what is accepted at load gives what the second CEL gives, or fails where it fails', () => {
  let refused = 0;
  let failed = 0;
  const runs = 600;
  fc.assert(
    fc.property(expression, (source) => {
      const mine = ours(source);
      if (mine === REFUSED) refused += 1;
      else {
        if (mine === FAILS) failed += 1;
        expect([source, mine]).toEqual([source, oracle(source)]);
      }
    }),
    { numRuns: runs },
  );
  // Otherwise the generator says nothing.
  expect(refused).toBeLessThan(runs / 2);
  expect(failed).toBeLessThan(runs / 2);
});

function ours(source: string): Value | typeof REFUSED {
  const compiled = cel.compile(source, typeOf);
  if (!compiled.ok || !cel.check(compiled.expression).ok) return REFUSED;
  const result = cel.evaluate(compiled.expression, scope);
  return result.ok ? result.value : FAILS;
}

const environment = celEnv();

function oracle(source: string): Value {
  const result: unknown = plan(environment, parse(source))(bindings);
  if (isCelError(result)) return FAILS;
  const value = typeof result === 'bigint' ? Number(result) : (result as Value);
  // A flow holds no such number.
  return typeof value === 'number' && !Number.isFinite(value) ? FAILS : value;
}
