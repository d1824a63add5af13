import { describe, expect, it } from '@jest/globals';
import { files, languages, textsOf } from './locale-files.ts';

/** A label longer than this is cut by WhatsApp's buttons. */
const LABEL_LIMIT = 20;
const WORDS_A_SENTENCE = 12;
const SENTENCES_A_BUBBLE = 2;

/** Keys of `bot.yaml` that code asks for by name. */
const BOT_KEYS = [
  'resume',
  'flow_changed',
  'which_one',
  'media_instead_of_words',
  'not_understood',
  'nothing_open',
  'ambiguous_intent',
  'help_hint',
  'stale_button',
  'too_long',
  'unsupported',
  'trouble',
  'suspended_notice',
  'consent_needed',
  'yes_no.yes',
  'yes_no.no',
  'retry.choice',
  'retry.number',
  'retry.text',
  'retry.yes_no',
  'retry.place',
] as const;

const each = languages.flatMap((lang) => files.map((file) => [lang, file] as const));
const texts = each.flatMap(([lang, file]) =>
  [...textsOf(lang, file)].map(([key, text]) => ({ lang, file, key, text })),
);

describe('L1: the languages hold the same texts', () => {
  it.each(files)('%s has the same keys and placeholders everywhere', (file) => {
    const shape = (lang: string) =>
      [...textsOf(lang, file)].map(([key, text]) => `${key} ${placeholders(text)}`).sort();
    for (const lang of languages) expect(shape(lang)).toEqual(shape('fr'));
  });

  it.each(languages)('%s has every text the code asks for', (lang) => {
    const known = textsOf(lang, 'bot.yaml');
    expect(BOT_KEYS.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('L3: spelling for display', () => {
  it('is normalised to NFC, without look-alikes of ɛ ɔ ɲ ŋ, without tone marks in Bambara', () => {
    expect(texts.filter(({ text }) => text !== text.normalize('NFC'))).toEqual([]);
    expect(texts.filter(({ text }) => /[εɜЛℇʃƐ̀]/u.test(text))).toEqual([]);
    expect(
      texts.filter(
        ({ lang, text }) =>
          lang === 'bm' &&
          /\p{M}/u.test(text.normalize('NFD').replace(/[çéèêàùîï]/gu, '')) &&
          !isFrench(text),
      ),
    ).toEqual([]);
  });

  it('writes the Bambara elision with ’', () => {
    expect(
      texts.filter(({ lang, text }) => lang === 'bm' && /\p{L}'\p{L}/u.test(text) && !isFrench(text)),
    ).toEqual([]);
  });
});

describe('L8: plain words', () => {
  it(`has labels of at most ${LABEL_LIMIT} characters`, () => {
    expect(
      texts.filter(({ key, text }) => /\.choices\.|^yes_no\./.test(key) && text.length > LABEL_LIMIT),
    ).toEqual([]);
  });

  it(`has at most ${WORDS_A_SENTENCE} words a sentence and ${SENTENCES_A_BUBBLE} sentences a bubble`, () => {
    const long = texts.filter(
      ({ text }) =>
        (sentences(text).length > SENTENCES_A_BUBBLE && !text.includes('\n')) ||
        sentences(text).some((one) => words(one).length > WORDS_A_SENTENCE),
    );
    expect(long).toEqual([]);
  });
});

const placeholders = (text: string): string => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ');
const sentences = (text: string): string[] =>
  text.split(/[.!?]+(?:\s|$)|\n/u).filter((one) => /\p{L}/u.test(one));
const words = (text: string): string[] => text.split(/[\s’']+/u).filter((one) => /[\p{L}\p{N}]/u.test(one));
/** The bilingual question for the language, and what waits for a translator. */
const isFrench = (text: string): boolean => /Français|Choisis/u.test(text);
