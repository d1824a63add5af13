import { z } from 'zod';
import {
  choiceKey,
  expression,
  name,
  onFail,
  parameters,
  saveToPerson,
  stepKey,
} from '../../flow-file/keys.ts';
import { timeout } from './timeout.ts';
import {
  MAX_ANSWER_LENGTH,
  MAX_CHOICES,
  MAX_KEYS_TOGETHER,
  MAX_LIST,
  MAX_RANK,
  MAX_SCALE,
  MAX_TRIES,
} from '../../limits.ts';

const common = {
  ask: stepKey,
  with: parameters.optional(),
  /** Answers that are not understood before the talk goes on by `on_fail`. */
  tries: z.number().int().min(1).max(MAX_TRIES).default(3),
  on_fail: onFail.default('next'),
  save: saveToPerson.optional(),
  timeout: timeout.optional(),
};

const option = z.union(
  [
    choiceKey,
    z.strictObject({ key: choiceKey, when: expression.optional(), button_only: z.boolean().optional() }),
  ],
  'must be a key, or { key, when, button_only }',
);

const listOf = <T extends z.ZodType<WrittenOption>>(one: T, max: number, min = 1) =>
  z
    .array(one)
    .min(min, min === 1 ? 'must offer a choice' : 'must offer two choices')
    .max(max, `must offer at most ${max} choices`)
    .refine((given) => new Set(given.map(keyOf)).size === given.length, 'names a choice twice');
const options = (max: number) => listOf(option, max);

/** For answers of several keys. */
const fewWords = (given: readonly WrittenOption[]): boolean =>
  given.map(keyOf).join(',').length <= MAX_KEYS_TOGETHER;
const SHORTEN = `has keys of more than ${MAX_KEYS_TOGETHER} characters together; shorten them`;

const severalOptions = listOf(
  z.union(
    [
      choiceKey,
      z.strictObject({
        key: choiceKey,
        when: expression.optional(),
        /** Goes with no other: "none of these". */
        alone: z.boolean().optional(),
      }),
    ],
    'must be a key, or { key, when, alone }',
  ),
  MAX_CHOICES,
)
  .refine(fewWords, SHORTEN)
  .refine((given) => !given.some((one) => keyOf(one) === 'done'), 'has a choice "done", which ends it');

const rankedOptions = listOf(
  z.union(
    [choiceKey, z.strictObject({ key: choiceKey, when: expression.optional() })],
    'must be a key, or { key, when }',
  ),
  MAX_RANK,
  2,
).refine(fewWords, SHORTEN);

const choices = z.union(
  [
    options(MAX_CHOICES),
    /** The records of a list a call brought, then fixed ones. */
    z.strictObject({ from: name, more: options(MAX_CHOICES - MAX_LIST).optional() }),
  ],
  'must be a list of keys, or { from: <variable>, more: [ … ] }',
);

/** A day as the author writes it, or the day of the answer. */
const bound = z.union([z.literal('today'), z.iso.date()], 'must be a day like 2026-12-31, or today');

/** Where one end moves with the day, it is known only when it is asked. */
const isAbove = (min: string, max: string): boolean => min !== 'today' && max !== 'today' && min > max;

/** A step of a scale. */
const step = z.number().int().min(0).max(100);

/** Every question type with its own fields. */
export const askSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('choice'), choices }),
  z
    .strictObject({
      ...common,
      type: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
    })
    .refine(
      ({ min, max }) => min === undefined || max === undefined || min <= max,
      'has a min above its max',
    ),
  z.strictObject({
    ...common,
    type: z.literal('text'),
    max_length: z.number().int().min(1).max(MAX_ANSWER_LENGTH).default(500),
  }),
  z.strictObject({ ...common, type: z.literal('yes_no') }),
  z.strictObject({ ...common, type: z.literal('place') }),
  z.strictObject({ ...common, type: z.literal('phone') }),
  z.strictObject({ ...common, type: z.literal('photo') }),
  z.strictObject({ ...common, type: z.literal('voice') }),
  z.strictObject({ ...common, type: z.literal('location') }),
  z
    .strictObject({ ...common, type: z.literal('date'), min: bound.optional(), max: bound.optional() })
    .refine(
      ({ min, max }) => min === undefined || max === undefined || !isAbove(min, max),
      'has a min above its max',
    ),
  z
    .strictObject({
      ...common,
      type: z.literal('scale'),
      min: step.default(1),
      max: step,
      /** The two ends have labels of their own, `choices.min` and `choices.max`. */
      ends: z.boolean().default(false),
    })
    .refine(({ min, max }) => max > min, 'has a min that is not below its max')
    .refine(({ min, max }) => max - min < MAX_SCALE, `must offer at most ${MAX_SCALE} steps`),
  z
    .strictObject({
      ...common,
      type: z.literal('multi'),
      choices: severalOptions,
      /** How many must be chosen, and how many may. */
      min: z.number().int().min(0).max(MAX_CHOICES).default(1),
      max: z.number().int().min(1).max(MAX_CHOICES).optional(),
    })
    .refine(({ min, max }) => max === undefined || min <= max, 'has a min above its max')
    .refine(
      ({ min, choices }) => min <= Math.max(1, choices.length),
      'has a min above the number of its choices',
    ),
  z
    .strictObject({
      ...common,
      type: z.literal('rank'),
      choices: rankedOptions,
      /** Only the first few are put in order. */
      first: z.number().int().min(1).max(MAX_RANK).optional(),
    })
    .refine(
      ({ first, choices }) => first === undefined || first <= choices.length,
      'has a first above the number of its choices',
    ),
]);

export type AskSource = z.infer<typeof askSchema>;
export type AskOf<T extends AskSource['type']> = Extract<AskSource, { type: T }>;
type OptionSource = z.infer<typeof option>;

/** A choice as an author may write it in any question. */
export type WrittenOption =
  | string
  | {
      key: string;
      when?: z.infer<typeof expression> | undefined;
      button_only?: boolean | undefined;
      alone?: boolean | undefined;
    };

/** The variable whose list is offered, where one is, and the fixed choices. */
export function partsOf(source: AskOf<'choice'>['choices']): { from?: string; fixed: OptionSource[] } {
  return Array.isArray(source) ? { fixed: source } : { from: source.from, fixed: source.more ?? [] };
}

/** The key of a choice in either of its two spellings. */
export function keyOf(source: WrittenOption): string {
  return typeof source === 'string' ? source : source.key;
}
