import { type Chance, below, pick } from './corpus.ts';
import type { Family } from './family.ts';

/** What a message goes through on its way without a word of it being changed. */
export interface Mangling {
  name: string;
  /** Cuts some of it away. */
  cuts?: true;
  run(text: string, chance: Chance, family: Family): string;
}

const EMOJI = ['🙏', '🇲🇱', '😱', '👉🏾', '❗', '🔥', '✅'];
const words = (text: string): string[] => text.split(/(?<=\s)/u);

/** Bambara as it is typed without its letters. */
const BAMBARA: readonly (readonly [string, string])[][] = [
  [
    ['ɛ', 'e'],
    ['ɔ', 'o'],
    ['ɲ', 'ny'],
    ['ŋ', 'ng'],
    ['Ɲ', 'Ny'],
  ],
  [
    ['ɛ', 'è'],
    ['ɔ', 'ò'],
    ['ɲ', 'gn'],
    ['ŋ', 'ng'],
    ['Ɲ', 'Gn'],
    ['u', 'ou'],
  ],
  [
    ['ɛ', 'é'],
    ['ɔ', 'o'],
    ['ɲ', 'gn'],
    ['c', 'tch'],
    ['j', 'dj'],
    ['Ɲ', 'Gn'],
  ],
];

/** In the order in which they happen: a message is cut before somebody writes around it, and is then sent on. */
export const MANGLINGS: readonly Mangling[] = [
  { name: 'cut at the end', cuts: true, run: (text, chance) => cutEnd(text, 0.45 + chance() * 0.5) },
  {
    name: 'cut with a mark',
    cuts: true,
    run: (text, chance) =>
      `${cutEnd(text, 0.45 + chance() * 0.5)}${pick(chance, ['…', '...', ' [...]', '… Lire la suite'])}`,
  },
  {
    name: 'cut at the start',
    cuts: true,
    run: (text, chance) =>
      words(text)
        .slice(below(chance, Math.floor(words(text).length / 2)))
        .join(''),
  },
  { name: 'as it is', run: (text) => text },
  { name: 'upper case', run: (text) => text.toUpperCase() },
  { name: 'lower case', run: (text) => text.toLowerCase() },
  { name: 'without accents', run: (text) => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/gu, '') },
  { name: 'accents apart', run: (text) => text.normalize('NFD') },
  {
    name: 'typeset',
    run: (text) =>
      text.replaceAll('’', "'").replaceAll(' ;', '\u202f;').replaceAll('...', '…').replaceAll(' ', '\u00a0'),
  },
  {
    name: 'bold',
    run: (text, chance) =>
      text
        .split('\n')
        .map((line) => (line === '' || chance() < 0.4 ? line : `*${line}*`))
        .join('\n')
        .replace(/(\p{L}{5,})/u, '_$1_'),
  },
  { name: 'one line', run: (text) => text.replaceAll(/\s*\n\s*/gu, ' ') },
  {
    name: 'lines anew',
    run: (text, chance) =>
      words(text)
        .map((word) => (chance() < 0.1 ? `${word.trimEnd()}\n` : word))
        .join(''),
  },
  {
    name: 'emoji',
    run: (text, chance) =>
      words(text)
        .map((word) => (chance() < 0.12 ? `${word}${pick(chance, EMOJI)} ` : word))
        .join(''),
  },
  { name: 'unseen characters', run: (text) => words(text).join('\u200b').replaceAll('e', 'e\u2060') },
  {
    name: 'quoted',
    run: (text, chance) =>
      pick(chance, [`« ${text} »`, `"${text}"`, `“${text}”`, `> ${text.replaceAll('\n', '\n> ')}`]),
  },
  {
    name: 'words of the sender before',
    run: (text, chance, { before }) => `${pick(chance, before)}${pick(chance, ['\n', '\n\n', ' '])}${text}`,
  },
  {
    name: 'words of the sender after',
    run: (text, chance, { after }) => `${text}${pick(chance, ['\n', '\n\n', ' '])}${pick(chance, after)}`,
  },
  {
    name: 'forwarded',
    run: (text, chance) =>
      `${pick(chance, ['Transféré', '↪️ Transféré plusieurs fois', 'Forwarded', 'Transféré de Awa'])}\n${text}`,
  },
  {
    name: 'copied from a chat',
    run: (text) =>
      text
        .split('\n')
        .map((line) =>
          line === '' ? line : `[22/11 10:${String(10 + (line.length % 40))}] Awa Mali: ${line}`,
        )
        .join('\n'),
  },
];

const cutEnd = (text: string, share: number): string =>
  Array.from(text)
    .slice(0, Math.floor(Array.from(text).length * share))
    .join('');

/** Only what is written in Bambara is spelt so. */
export const bambaraSpelling = (text: string, chance: Chance): string => {
  let spelt = text;
  // "ou" is one already.
  for (const [letter, typed] of pick(chance, BAMBARA))
    spelt = spelt.replaceAll(letter === 'u' ? /(?<![oa])u(?!u)/gu : letter, typed);
  return spelt;
};
