import { z } from 'zod';

const reviewState = z.enum(['draft', 'reviewed']);

/** A text's review: its state, or who reviewed it and when. */
const review = z.union([
  reviewState,
  z.strictObject({ state: reviewState, reviewer: z.string().min(1), date: z.iso.date() }),
]);

/** A text with what belongs to it. `kept: fr` marks words left in French for the reviewer, the glossary being silent. */
const richText = z.strictObject({
  /** Nothing where only a recording is given: the words are the French ones then. */
  text: z.string().default(''),
  short: z.string().optional(),
  audio: z.string().optional(),
  image: z.string().optional(),
  source: z.string().optional(),
  review: review.optional(),
  kept: z.string().optional(),
  /** Why it may be longer or harder than plain words. */
  plain: z.string().min(10).optional(),
});
export type RichText = z.infer<typeof richText>;

/** What holds for every text of the file that does not say otherwise. */
const fileNote = z.strictObject({
  review: reviewState,
  reviewer: z.string().optional(),
  date: z.iso.date().optional(),
  source: z.string().optional(),
});
export type FileNote = z.infer<typeof fileNote>;

export type Texts = { [key: string]: string | RichText | Texts };

const isRichText = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  (('text' in node && typeof node.text === 'string') || ('audio' in node && typeof node.audio === 'string'));

const texts: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), node));
/** Chosen by its looks, so that a wrong field is named instead of "matches no form". */
const node: z.ZodType<string | RichText | Texts> = z.lazy(() =>
  z.unknown().transform((value, context) => {
    const schema = typeof value === 'string' ? z.string() : isRichText(value) ? richText : texts;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  }),
);

/** One locale file: `_file` and a nested map of texts. */
export const localeFile = z.object({ _file: fileNote.optional() }).catchall(node);
