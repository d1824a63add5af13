import { z } from 'zod';
import { MAX_CHOICE_KEY, MAX_EXPRESSION_LENGTH, MAX_PARAMS, MAX_STEP_KEY } from '../limits.ts';

// Keys become parts of MongoDB paths, of text keys and of JSON: no dots, no dollar, nothing of Object.prototype.
const notBuiltIn = (key: string): boolean => !(key in Object.prototype);
const BUILT_IN = 'is a word of the programming language; choose another';

const key = (pattern: RegExp, example: string) =>
  z.string().regex(pattern, `must look like ${example}`).refine(notBuiltIn, BUILT_IN);

/** A step's key, and its text's: a stable human word. */
export const stepKey = key(
  new RegExp(`^[a-z][a-z0-9_]{0,${MAX_STEP_KEY - 1}}$`),
  `priorite or age_exact: small letters, digits and _, at most ${MAX_STEP_KEY}`,
);
export const choiceKey = key(
  new RegExp(`^[a-z0-9][a-z0-9_-]{0,${MAX_CHOICE_KEY - 1}}$`),
  `eau or 18-25: small letters, digits, _ and -, at most ${MAX_CHOICE_KEY}`,
);
export const flowId = key(
  /^[a-z0-9][a-z0-9-]{0,39}$/,
  'sondage-paix: small letters, digits and -, at most 40',
);
/** A variable, a person's field, a parameter. */
export const name = key(
  /^[a-zA-Z][a-zA-Z0-9_]{0,31}$/,
  'total or ageBand: letters, digits and _, at most 32',
);
/** The name of a call or an effect: `capability.name`. */
export const capabilityName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,31}\.[a-z][a-zA-Z0-9_-]{0,31}$/, 'must look like surveys.next');

/** CEL; a bare number, true, false or null in YAML is the same in CEL. */
export const expression = z.union(
  [z.string().min(1).max(MAX_EXPRESSION_LENGTH), z.number(), z.boolean(), z.null()],
  'must be an expression, e.g. answers.age >= 18',
);
export type ExpressionSource = z.infer<typeof expression>;

export const parameters = z
  .record(name, expression)
  .refine((given) => Object.keys(given).length <= MAX_PARAMS, `may have at most ${MAX_PARAMS} entries`);
export type Parameters = z.infer<typeof parameters>;

export const goto = z.union(
  [stepKey, z.strictObject({ flow: flowId })],
  'must be a step key, or { flow: <id> }',
);
export type Goto = z.infer<typeof goto>;

export const onFail = z.union(
  [z.literal('next'), z.strictObject({ goto })],
  'must be next, or { goto: <step> }',
);
export type OnFail = z.infer<typeof onFail>;

export const saveToPerson = z
  .string()
  .regex(/^person\.[a-zA-Z][a-zA-Z0-9_]{0,31}$/, 'must look like person.age')
  .refine(
    (path) => !['lang', 'stopped', 'consents', 'groups'].includes(path.slice(7)),
    'is set by a set step, not by save',
  )
  .refine((path) => notBuiltIn(path.slice(7)), BUILT_IN);
