import { describe, expect, it } from '@jest/globals';
import { intentReader } from '../../src/language/index.ts';
import { shipped } from '../flows/shipped.ts';

const NUMBER = 'ML-2026-0042';

/** The words in quotation marks, which the text asks people to write or touch, with the text they stand in. */
const quoted = shipped.languages.flatMap((lang) =>
  [...(shipped.speaker.locales.get(lang) ?? [])].flatMap(([flow, texts]) =>
    [...texts].flatMap(([key, { text }]) =>
      [...text.matchAll(/« ?([^»]+?) ?»/gu)]
        .map(([, word = '']) => ({ lang, at: `${flow}/${key}`, word: word.replace('{{numero}}', NUMBER) }))
        // Somebody's own words, quoted.
        .filter(({ word }) => !/^\{\{\w+\}\}$/u.test(word)),
    ),
  ),
);

const labels = (lang: string): string[] =>
  [...(shipped.speaker.locales.get(lang)?.values() ?? [])].flatMap((texts) =>
    [...texts].filter(([key]) => key.includes('.choices.')).map(([, { text }]) => text.toLowerCase()),
  );

describe('L2: a word the bot asks people to write', () => {
  it.each(quoted)('$lang $at: « $word » is understood', ({ lang, word }) => {
    const understood =
      intentReader.intent(word).kind === 'one' ||
      labels(lang).includes(word.toLowerCase()) ||
      shipped.script.forKeyword(word, lang) !== undefined;
    expect(understood).toBe(true);
  });
});
