import { describe, expect, it } from '@jest/globals';
import { GLOBAL_INTENTS } from '../../src/domain/language.ts';
import { ASK_TYPES } from '../../src/engine/types.ts';
import { keysInSources } from './keys-in-sources.ts';
import { shipped } from './shipped.ts';
import { files, languages, textsOf } from './locale-files.ts';

/** A label longer than this is cut by WhatsApp's buttons. */
const LABEL_LIMIT = 20;
const WORDS_A_SENTENCE = 12;
const SENTENCES_A_BUBBLE = 2;

/** Keys of `bot.yaml` the code makes up or keeps for a word to come; those it writes out are found in the sources. */
const BOT_KEYS = [
  'not_understood',
  'ambiguous_intent',
  'help_hint',
  'suspended_notice',
  'consent_needed',
  'too_long',
  'unsupported',
  'trouble',
  'languages.fr',
  'languages.bm',
  ...ASK_TYPES.map((type) => `retry.${type}`),
  ...GLOBAL_INTENTS.map((intent) => `commands.${intent}`),
  ...keysInSources(),
];

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

describe('L1: completeness', () => {
  it.each(shipped.languages)('%s lacks no text and keeps at most 20 % in French', (lang) => {
    const { total, sourced, kept, missing, unreviewed } = shipped.speaker.provenance(lang);
    console.log(
      `${lang}: ${total} texts, ${sourced} sourced, ${kept} kept in French, ${missing} missing, ${unreviewed} to review`,
    );
    expect(missing).toBe(0);
    expect(kept).toBeLessThanOrEqual(total * 0.2);
    if (lang !== 'fr') expect(sourced + kept).toBe(total);
  });

  it('L2: says of every Bambara text that nobody has reviewed it yet', () => {
    const { total, unreviewed } = shipped.speaker.provenance('bm');
    expect(unreviewed).toBe(total);
  });

  it('has nothing to put right', () => {
    expect(shipped.findings).toEqual([]);
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
const isFrench = (text: string): boolean => /Français|Choisis/u.test(text) || kept.has(text);
const kept = new Set(
  [...(shipped.speaker.locales.get('bm')?.values() ?? [])].flatMap((keyed) =>
    [...keyed.values()].filter((text) => text.kept !== undefined).map(({ text }) => text),
  ),
);
