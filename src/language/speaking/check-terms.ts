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
      Array.from(texts).flatMap(([key, text]) => findings(key, text, choices)),
    );
  });
}

/** The language's choices; none where it has no `terms.yaml`. */
export const readTerms = (localesDir: string, lang: string): TermChoice[] =>
  readTermsFile(localesDir, lang).choices;

function findings(key: string, { text, kept, file, line }: LocaleText, choices: readonly TermChoice[]) {
  if (kept !== undefined) return [];
  return deviations(text, choices).map(({ other, choose }): LocaleFinding => {
    const message = `${key} says "${other}"; terms.yaml chose "${choose}"`;
    return { severity: 'warning', code: 'term_deviates', file, line, key, message };
  });
}

/** Words of a text for which another was chosen, each with the chosen one. */
export function deviations(
  text: string,
  choices: readonly TermChoice[],
): { other: string; choose: string }[] {
  const words = tidy(text);
  return choices.flatMap(({ choose, instead_of, except }) => {
    const rest = except.reduce((left, phrase) => left.replaceAll(tidy(phrase), ' '), words);
    return instead_of.filter((other) => hasWord(rest, tidy(other))).map((other) => ({ other, choose }));
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
