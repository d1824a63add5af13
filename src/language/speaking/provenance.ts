import type { Lang } from '../../domain/language.ts';
import type { LocaleText } from './locale-text.ts';
import type { Locale, Locales } from './locales.ts';
import { pluralBase } from './plurals.ts';

/** Where a language stands, in texts (a plural counts once). */
export interface Provenance {
  total: number;
  /** Has a source, and every word of it stands there. */
  sourced: number;
  /** Left in French for the reviewer. */
  kept: number;
  /** Neither: nobody can say where its words come from. */
  unsourced: number;
  missing: number;
  unreviewed: number;
  /** `kept` as a part of `total`, 0 to 1, in thousandths. */
  keptShare: number;
}

/**
 * Counts of a language against the fallback: `total` is every text either has.
 * @param isAttested whether every word of a text stands in the sources, for a language that keeps a list of them.
 */
export function provenanceOf(
  locales: Locales,
  lang: Lang,
  fallback: Lang,
  isAttested: (text: LocaleText) => boolean = () => true,
): Provenance {
  const own = byBase(locales.get(lang));
  const expected = byBase(locales.get(fallback));
  const texts = [...own.values()];
  const missing = [...expected.keys()].filter((id) => !own.has(id)).length;
  const total = own.size + missing;
  const kept = texts.filter((text) => text.kept !== undefined).length;
  const sourced = texts.filter(
    (text) => text.kept === undefined && text.source !== undefined && isAttested(text),
  ).length;
  return {
    total,
    sourced,
    kept,
    unsourced: own.size - sourced - kept,
    missing,
    unreviewed: texts.filter(({ reviewed }) => !reviewed).length,
    keptShare: total === 0 ? 0 : Math.round((kept / total) * 1000) / 1000,
  };
}

/** Texts by `flow/base key`; of a plural, its last form. */
export function byBase(locale: Locale | undefined): Map<string, LocaleText> {
  const texts = new Map<string, LocaleText>();
  for (const [flow, keys] of locale ?? [])
    for (const [key, text] of keys) texts.set(`${flow}/${pluralBase(key)}`, text);
  return texts;
}
