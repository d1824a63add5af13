import type { LocaleFinding } from '../speaking/compare-locales.ts';
import type { LocaleText } from '../speaking/locale-text.ts';
import type { Locales } from '../speaking/locales.ts';
import { type JargonWord, readJargon } from './jargon-file.ts';
import { sentencesOf } from './sentences.ts';
import { unexplainedIn } from './unexplained.ts';

/** For people who read little; more is read twice, or not at all. */
export const MAX_WORDS = 12;
export const MAX_SENTENCES = 2;

/**
 * Texts that ask more of a reader than plain words do: long sentences, long bubbles, jargon nobody explains. Warnings: an
 * author may know better, and says so with `plain:` beside the text.
 */
export function checkPlainWords(localesDir: string, locales: Locales): LocaleFinding[] {
  return Array.from(locales).flatMap(([lang, locale]) => {
    const jargon = readJargon(localesDir, lang);
    return Array.from(locale.values()).flatMap((texts) =>
      Array.from(texts).flatMap(([key, text]) => hardIn(key, text, jargon)),
    );
  });
}

function hardIn(key: string, text: LocaleText, jargon: readonly JargonWord[]): LocaleFinding[] {
  // French kept in another language is told of where it is French.
  if (text.kept !== undefined || text.plain !== undefined) return [];
  const { file, line } = text;
  const finding = (code: LocaleFinding['code'], message: string): LocaleFinding => ({
    severity: 'warning',
    ...{ code, file, line, key, message: `${key} ${message}` },
  });
  const sentences = sentencesOf(text.text);
  return [
    ...sentences
      .filter(({ words }) => words > MAX_WORDS)
      .map((one) =>
        finding(
          'long_sentence',
          `has a sentence of ${one.words} words ("${startOf(one.text)}"); cut it into sentences of at most ${MAX_WORDS}`,
        ),
      ),
    ...(sentences.length > MAX_SENTENCES
      ? [
          finding(
            'long_bubble',
            `has ${sentences.length} sentences; say at most ${MAX_SENTENCES} in one message, the rest in the next`,
          ),
        ]
      : []),
    ...unexplainedIn(text.text, jargon).map(({ word, gloss }) =>
      finding('jargon', `says "${word}", which few people know; say "${gloss}", or add it in brackets`),
    ),
  ];
}

const SHOWN = 30;
const startOf = (sentence: string): string =>
  sentence.length <= SHOWN ? sentence : `${sentence.slice(0, SHOWN).trimEnd()}…`;
