import { Environment, type Limits } from '@marcbachmann/cel-js';
import { MAX_EXPRESSION_NAMES } from '../limits.ts';
import { withConversions } from './cel-conversions.ts';
import type { ValueType } from './expression.ts';

const TYPES: readonly ValueType[] = ['string', 'double', 'bool', 'dyn', 'keys'];

/** The variable a name becomes. Iteration variables of an author cannot begin so: see cel-names.ts. */
export const variableName = (type: ValueType, index: number): string => `_${type}${index}`;

/** Where names have the types their questions give them, to find mistakes at load. */
export function checking(limits: Partial<Limits>): Environment {
  const environment = mixed(new Environment({ limits }));
  for (const type of ['string', 'double', 'bool', 'list<string>']) {
    // A name may have no value yet; comparing it with null is how a flow asks. The library adds the mirror image.
    environment.registerOperator(`${type} == null`, (held: unknown) => held === null);
  }
  environment.registerOperator('double in list<int>', (a: number, list: bigint[]) =>
    list.some((b) => Number(b) === a),
  );
  return declared(withConversions(environment), (type) => (type === 'keys' ? 'list<string>' : type));
}

/** Where a name can hold null as well as its type, so all are known at run time only. */
export function running(limits: Partial<Limits>): Environment {
  return declared(withConversions(mixed(new Environment({ limits }))), () => 'dyn');
}

function declared(environment: Environment, as: (type: ValueType) => string): Environment {
  for (const type of TYPES)
    for (let index = 0; index < MAX_EXPRESSION_NAMES; index += 1)
      environment.registerVariable(variableName(type, index), as(type));
  return environment;
}

/** A flow's numbers are doubles and its literals integers: `answers.age + 1` must work without `1.0`. */
function mixed(environment: Environment): Environment {
  const work: Record<string, (a: number, b: number) => number> = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
  };
  for (const [operator, apply] of Object.entries(work)) {
    environment.registerOperator(`double ${operator} int: double`, (a: number, b: bigint) =>
      apply(a, Number(b)),
    );
    environment.registerOperator(`int ${operator} double: double`, (a: bigint, b: number) =>
      apply(Number(a), b),
    );
  }
  environment.registerOperator('double == int', (a: number, b: bigint) => a === Number(b));
  return environment;
}
