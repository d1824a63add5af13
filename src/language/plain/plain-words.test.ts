import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readLocales } from '../speaking/locales.ts';
import { checkPlainWords } from './check-plain-words.ts';
import { sentencesOf } from './sentences.ts';

const JARGON = `jargon:
  - { words: [DDR, CNDDR], gloss: rendre les armes, source: a source of this }
  - { words: [processus], gloss: le chemin, source: a source of this }
`;

function check(text: string, jargon = JARGON): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'plain-'));
  for (const [path, yaml] of Object.entries({ 'fr/bot.yaml': text, 'fr/jargon.yaml': jargon })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), yaml);
  }
  return checkPlainWords(dir, readLocales(dir)).map(
    ({ severity, code, file, line, message }) => `${severity} ${code} ${file}:${line} ${message}`,
  );
}

describe('L8: plain words', () => {
  it('names a sentence above twelve words, with its file, line, key, start, and what to do', () => {
    expect(
      check('b: Oui.\na: un deux trois quatre cinq six sept huit neuf dix onze douze treize.\n'),
    ).toEqual([
      'warning long_sentence locales/fr/bot.yaml:2 a has a sentence of 13 words ("un deux trois quatre cinq six…"); cut it into sentences of at most 12',
    ]);
    expect(check('a: un deux trois quatre cinq six sept huit neuf dix onze douze.\n')).toEqual([]);
  });

  it('names a bubble above two sentences', () => {
    expect(check('a: On vote demain. On vote tôt. On vote tous.\n')).toEqual([
      'warning long_bubble locales/fr/bot.yaml:1 a has 3 sentences; say at most 2 in one message, the rest in the next',
    ]);
    expect(check('a: On vote demain. On vote tôt.\n')).toEqual([]);
  });

  it('names jargon nobody explains, with the gloss to use', () => {
    expect(check('a: Le DDR avance.\n')).toEqual([
      'warning jargon locales/fr/bot.yaml:1 a says "DDR", which few people know; say "rendre les armes", or add it in brackets',
    ]);
    expect(check('a: Les Processus durent.\n')).toHaveLength(1);
  });

  it.each([
    'Le DDR (rendre les armes) avance.',
    'Ils vont Rendre les armes, c’est le DDR.',
    'Rendre son fusil (DDR) aide la paix.',
    'Il arrive après ddr le soir.',
    'Le procès avance.',
  ])('takes what is explained, or another word: %s', (text) => {
    expect(check(`a: ${JSON.stringify(text)}\n`)).toEqual([]);
  });

  it('takes a text with its reason, and French that is kept elsewhere', () => {
    expect(check('a: { text: Le DDR avance., plain: The name of the office }\n')).toEqual([]);
    expect(check('a: { text: Le DDR avance., kept: fr, source: gap }\n')).toEqual([]);
    expect(() => check('a: { text: Le DDR avance., plain: no }\n')).toThrow('locales/fr/bot.yaml:1');
  });

  it('a language without a list has no jargon; a broken list names its line', () => {
    expect(check('a: Le DDR avance.\n', 'jargon: []\n')).toEqual([]);
    expect(() => check('a: A\n', 'jargon:\n  - { words: [DDR], gloss: g }\n')).toThrow(
      /locales\/fr\/jargon\.yaml:2 jargon\.0\./,
    );
  });

  it.each([
    ['Merci ! Tu peux écrire « menu ». Ensuite, on parle.', 2],
    ['I ni ce ! I ka kan sugandi.', 1],
    ['Que veux-tu faire\u00a0? Dis-le.', 2],
    ['Source : {{source}}\nDate : {{date, jour}} {{annee}}\nLieu : {{lieu}}', 0],
    ['{{titre}}\nOn part à midi.', 1],
    ['Ta réponse était…', 1],
    ['Oui', 1],
    ['', 0],
  ])('%j has %d sentences', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });
});
