import type { Lang } from '../../domain/language.ts';
import type { LocaleText } from './locale-text.ts';
import type { Locales } from './locales.ts';
import { typedPlaceholdersOf } from './placeholders.ts';
import { byBase } from './provenance.ts';

/** Something to mend in a locale file, for `flows check`. */
export interface LocaleFinding {
  severity: 'error' | 'warning';
  code:
    | 'text_missing'
    | 'text_unknown'
    | 'placeholders_differ'
    | 'term_deviates'
    | 'long_sentence'
    | 'long_bubble'
    | 'jargon'
    | 'pack_text';
  file: string;
  line: number;
  key: string;
  message: string;
}

/** Whether the languages agree with `fallback` on base keys and placeholders. Plural forms may differ: languages do. */
export function compareLocales(locales: Locales, fallback: Lang = 'fr'): LocaleFinding[] {
  const model = byBase(locales.get(fallback));
  return [...locales.keys()]
    .filter((lang) => lang !== fallback)
    .flatMap((lang) => compare(model, byBase(locales.get(lang)), lang, fallback));
}

type ByBase = ReadonlyMap<string, LocaleText>;

function compare(model: ByBase, other: ByBase, lang: Lang, fallback: Lang): LocaleFinding[] {
  const findings: LocaleFinding[] = [];
  for (const [id, text] of model) {
    const theirs = other.get(id);
    if (theirs === undefined)
      findings.push(finding('text_missing', id, text, `has no text in ${lang}; add it there`));
    else if (asked(theirs) !== asked(text))
      findings.push(
        finding(
          'placeholders_differ',
          id,
          theirs,
          `has ${named(theirs)}, ${fallback} has ${named(text)}; use the same`,
        ),
      );
  }
  for (const [id, text] of other)
    if (!model.has(id))
      findings.push(finding('text_unknown', id, text, `is not in ${fallback}; add it there or take it out`));
  return findings;
}

function finding(
  code: LocaleFinding['code'],
  id: string,
  { file, line }: LocaleText,
  message: string,
): LocaleFinding {
  const key = id.slice(id.indexOf('/') + 1);
  return { severity: 'error', code, file, line, key, message: `${key} ${message}` };
}

/** A day in one language and a bare value in the other would read as two things. */
const asked = ({ text }: LocaleText): string => typedPlaceholdersOf(text).join(' ');

function named({ text }: LocaleText): string {
  const placeholders = typedPlaceholdersOf(text);
  return placeholders.length === 0 ? 'no placeholder' : placeholders.map((name) => `{{${name}}}`).join(' ');
}
