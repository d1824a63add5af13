import type { Lang } from '../../domain/language.ts';
import type { LocaleText } from './locale-text.ts';
import type { Locale, Locales } from './locales.ts';
import { pluralBase } from './plurals.ts';

/** Where a language stands, in texts (a plural counts once). */
export interface Provenance {
  total: number;
  sourced: number;
  /** Left in French for the reviewer. */
  kept: number;
  missing: number;
  unreviewed: number;
}

/** Counts of a language against the fallback: `total` is every text either has. */
export function provenanceOf(locales: Locales, lang: Lang, fallback: Lang): Provenance {
  const own = byBase(locales.get(lang));
  const expected = byBase(locales.get(fallback));
  const texts = [...own.values()];
  const missing = [...expected.keys()].filter((id) => !own.has(id)).length;
  return {
    total: own.size + missing,
    sourced: texts.filter(({ source, kept }) => source !== undefined && kept === undefined).length,
    kept: texts.filter(({ kept }) => kept !== undefined).length,
    missing,
    unreviewed: texts.filter(({ reviewed }) => !reviewed).length,
  };
}

/** Texts by `flow/base key`; of a plural, its last form. */
export function byBase(locale: Locale | undefined): Map<string, LocaleText> {
  const texts = new Map<string, LocaleText>();
  for (const [flow, keys] of locale ?? [])
    for (const [key, text] of keys) texts.set(`${flow}/${pluralBase(key)}`, text);
  return texts;
}
