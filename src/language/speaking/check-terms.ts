import { tidy } from '../folding/tidy.ts';
import type { LocaleFinding } from './compare-locales.ts';
import type { LocaleText } from './locale-text.ts';
import type { Locales } from './locales.ts';
import { readTermsFile, type TermChoice } from './terms-file.ts';

/** Texts that use another term than `locales/<lang>/terms.yaml` decided. Warnings: a reviewer may know better. */
export function checkTerms(localesDir: string, locales: Locales): LocaleFinding[] {
  return Array.from(locales).flatMap(([lang, locale]) => {
    const choices = readTerms(localesDir, lang);
    return Array.from(locale.values()).flatMap((texts) =>
      Array.from(texts).flatMap(([key, text]) => deviations(key, text, choices)),
    );
  });
}

/** The language's choices; none where it has no `terms.yaml`. */
export const readTerms = (localesDir: string, lang: string): TermChoice[] =>
  readTermsFile(localesDir, lang).choices;

function deviations(key: string, text: LocaleText, choices: readonly TermChoice[]): LocaleFinding[] {
  if (text.kept !== undefined) return [];
  const words = tidy(text.text);
  return choices.flatMap(({ choose, instead_of, except }) => {
    const rest = except.reduce((left, phrase) => left.replaceAll(tidy(phrase), ' '), words);
    return instead_of
      .filter((other) => hasWord(rest, tidy(other)))
      .map((other): LocaleFinding => {
        const message = `${key} says "${other}"; terms.yaml chose "${choose}"`;
        return { severity: 'warning', code: 'term_deviates', file: text.file, line: text.line, key, message };
      });
  });
}

/** As a word of its own, or its plural in *-w*; not inside a compound. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + word.length).replace(/^w(?!\p{L})/u, '');
    if (!/[\p{L}\p{M}]$/u.test(before) && !/^[\p{L}\p{M}]/u.test(after)) return true;
  }
  return false;
}
