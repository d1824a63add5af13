import { z } from 'zod';

/** What is known of a member that an audience may be made by. */
export const FIELDS = [
  'lang',
  'channel',
  'region',
  'cercle',
  'commune',
  'sex',
  'age',
  'group',
  'theme',
  'active',
  'answer',
] as const;
export type Field = (typeof FIELDS)[number];

/** A member is in it whose field has one of these values. Who has not said is in none, and therefore in every `not`. */
export interface Among {
  field: Field;
  in: readonly string[];
}

/** Whom something is for. `{ all: [] }` is everybody, `{ any: [] }` nobody. */
export type Audience = { all: Audience[] } | { any: Audience[] } | { not: Audience } | Among;

export const EVERYBODY: Audience = { all: [] };

/** More levels than this nobody can read out; the form makes three. */
export const MAX_DEPTH = 5;
/** Terms in all: every one is looked at for every member while a page waits. */
export const MAX_TERMS = 40;
/** As many as there are cercles, and some more. */
const MAX_VALUES = 200;

/** A slug, a key of a choice, a language tag, a number of days: never a person's own words. */
export const VALUE = /^[a-z0-9][\w/.:-]{0,95}$/iu;

/** Wrote within so many days. */
const DAYS = /^\d{1,4}$/u;

const among = z
  .strictObject({ field: z.enum(FIELDS), in: z.array(z.string().regex(VALUE)).min(1).max(MAX_VALUES) })
  .refine(
    ({ field, in: values }) => field !== 'active' || values.every((days) => DAYS.test(days)),
    'no days',
  );

/** One schema for each level, the deepest of them with single terms alone: what is too deep is refused before it is walked. */
const levels = (depth: number): z.ZodType<Audience> =>
  depth === 0
    ? among
    : z.union([
        z.strictObject({ all: z.array(levels(depth - 1)).max(MAX_TERMS) }),
        z.strictObject({ any: z.array(levels(depth - 1)).max(MAX_TERMS) }),
        z.strictObject({ not: levels(depth - 1) }),
        among,
      ]);

/** An audience as forms, files and the database bring it. */
export const audience: z.ZodType<Audience> = levels(MAX_DEPTH).refine(
  (read) => termsOf(read) <= MAX_TERMS,
  'too many terms',
);

/** How many terms it has, in all its levels. */
export function termsOf(of: Audience): number {
  if ('all' in of) return of.all.reduce((sum, each) => sum + termsOf(each), 0);
  if ('any' in of) return of.any.reduce((sum, each) => sum + termsOf(each), 0);
  return 'not' in of ? termsOf(of.not) : 1;
}
