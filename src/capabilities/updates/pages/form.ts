import type { Lang } from '../../../domain/language.ts';
import { refusal } from '../../../domain/faults.ts';
import { contentSchema, NATIONAL, NO_TEXT, type UpdateContent } from '../model/content.ts';

/** What can be wrong with one field; the page has the words. */
export type FieldFault =
  | 'too_long'
  | 'bad_date'
  | 'bad_url'
  | 'bad_sha256'
  | 'unknown_place'
  | 'unknown_theme'
  | 'unknown_tier'
  | 'wrong';

/** A form as it was typed; every field of it, so that nothing typed is lost. */
export type Typed = Readonly<Record<string, string>>;

export type ReadForm =
  | { ok: true; content: UpdateContent }
  | { ok: false; faults: Record<string, FieldFault> };

const PARTS = ['title', 'first', 'second'] as const;
/** Field → where it stands in the content. */
const PLAIN = {
  date: ['date'],
  place: ['place'],
  theme: ['theme'],
  tier: ['tier'],
  source_title: ['source', 'title'],
  source_url: ['source', 'url'],
  source_sha256: ['source', 'sha256'],
  urgent: ['urgent'],
  funding: ['funding'],
  review_by: ['reviewBy'],
} as const;
/** What the field `urgent` says where an item is; whatever else stands there, it is not. */
export const URGENT = 'oui';

export interface ContentForm {
  /** The fields as they are typed, from content. */
  typed(content: UpdateContent): Typed;
  /**
   * @param before what came by forms of its own, recordings and picture, is kept from it
   * @throws Fault `unknown_field` for a field no page of ours has
   */
  read(form: Typed, before: UpdateContent | undefined, is: { correction: boolean }): ReadForm;
}

/** The form of an item: `date`, `fr_title`, `bm_first`… Recordings come by a form of their own and are kept. */
export function contentForm(languages: readonly Lang[], isPlace: (slug: string) => boolean): ContentForm {
  const schema = contentSchema(languages, isPlace);
  const fields = new Map<string, readonly string[]>([
    ...Object.entries(PLAIN),
    ...languages.flatMap((lang) => [
      ...[...PARTS, 'reason'].map((part) => [`${lang}_${part}`, ['texts', lang, part]] as const),
      [`${lang}_alt`, ['image', 'alt', lang]] as const,
    ]),
  ]);
  const fieldOf = new Map([...fields].map(([field, path]) => [path.join('.'), field]));
  return {
    typed: (content) => Object.fromEntries([...fields].map(([field, path]) => [field, at(content, path)])),

    read(form, before, { correction }) {
      const offered = (field: string): boolean =>
        field === 'rev' ||
        (fields.has(field) &&
          (correction || !field.endsWith('_reason')) &&
          // A picture may be gone since the form was filled; its words are no reason to lose the others.
          (before !== undefined || !field.endsWith('_alt')));
      const unknown = Object.keys(form).some((field) => !offered(field));
      if (unknown) throw refusal('unknown_field', 'The form holds a field that is none of ours.');
      const of = (field: string): string => form[field] ?? '';
      const parsed = schema.safeParse({
        date: of('date'),
        place: form['place'] ?? NATIONAL,
        theme: of('theme'),
        tier: of('tier'),
        texts: Object.fromEntries(
          languages.map((lang) => [
            lang,
            {
              ...Object.fromEntries(PARTS.map((part) => [part, of(`${lang}_${part}`)])),
              audio: before?.texts[lang]?.audio ?? NO_TEXT.audio,
              ...(of(`${lang}_reason`).trim() === '' ? {} : { reason: of(`${lang}_reason`) }),
            },
          ]),
        ),
        ...(before?.image === undefined
          ? {}
          : {
              image: {
                id: before.image.id,
                alt: Object.fromEntries(languages.map((lang) => [lang, of(`${lang}_alt`)])),
              },
            }),
        source: { title: of('source_title'), url: of('source_url'), sha256: of('source_sha256') },
        ...(of('urgent') === URGENT ? { urgent: true } : {}),
        funding: of('funding'),
        reviewBy: of('review_by'),
      });
      if (parsed.success) return { ok: true, content: parsed.data };
      const faults: Record<string, FieldFault> = {};
      for (const { path, message } of parsed.error.issues)
        faults[fieldOf.get(path.join('.')) ?? 'date'] ??= FAULTS.has(message)
          ? (message as FieldFault)
          : 'wrong';
      return { ok: false, faults };
    },
  };
}

const FAULTS: ReadonlySet<string> = new Set<FieldFault>([
  'too_long',
  'bad_date',
  'bad_url',
  'bad_sha256',
  'unknown_place',
  'unknown_theme',
  'unknown_tier',
]);

/** The words at a place of the content; a leaf of it is a string, or true. */
function at(content: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (held, key) =>
      typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[key] : undefined,
    content,
  );
  if (found === true) return URGENT;
  return typeof found === 'string' ? found : '';
}
