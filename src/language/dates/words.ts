import { Spellings } from '../matching/spellings.ts';
import { foldFrenchLike } from '../folding/fold.ts';
import { Typed } from '../folding/typed.ts';
import { type Vocabulary, vocabulary } from '../numbers/vocabulary.ts';

/** Days from today, by the whole utterance. Bambara from the glossary; French also as it is typed in a hurry. */
export const RELATIVE = new Spellings<number>([
  ...said(0, ["aujourd'hui", 'aujourdui', 'ojourdui', 'auj', 'ce jour', 'bi']),
  ...said(1, ['demain', 'demin', 'dmain', '2main', 'sini']),
  ...said(2, ['après-demain', 'après demain', 'apres demin', 'apre demain', 'sinikɛnɛ']),
  ...said(-1, ['hier', 'ier', 'hié', 'kunu', 'kunun']),
  ...said(-2, ['avant-hier', 'avant hier', 'avant hié', 'kunasini', 'kunasinin']),
]);

/** The number of a weekday's name, 0 for Sunday; one typing error in longer names. Takes a word, safely folded. */
export const weekdayNamed = (word: string): number | undefined => named(word, WEEKDAYS);

/** The number of a month's name, 1 for January. Takes a word, safely folded. */
export const monthNamed = (word: string): number | undefined => named(word, MONTHS);

/** "Next" and "last" beside a weekday; *tɛmɛnen* stands in the parallel sentences for "dernier", *nata* in the glossary. */
export const NEXT: ReadonlySet<string> = new Set(['prochain', 'prochin', 'suivant', 'nata']);
export const LAST: ReadonlySet<string> = new Set(['dernier', 'passe', 'temenen']);

/** What says no more than "it is a day": *tile* and *don* are days, *kalo* a month. */
export const AROUND: ReadonlySet<string> = new Set([
  ...[
    'le',
    'la',
    'ce',
    'cest',
    'c',
    'est',
    'pour',
    'du',
    'au',
    'jour',
    'date',
    'mois',
    'de',
    'depuis',
    'svp',
    'stp',
    'merci',
  ],
  ...['don', 'tile', 'kalo', 'ye'],
]);

function said(days: number, words: readonly string[]): (readonly [string, number])[] {
  return words.map((word) => [word, days] as const);
}

function named(word: string, words: Vocabulary): number | undefined {
  const exact = words.exact.get(word) ?? words.exact.get(foldFrenchLike(word));
  if (exact !== undefined) return exact;
  const near = word.length < MIN_FORGIVEN ? undefined : words.close.find(new Typed(word));
  return near?.kind === 'one' ? near.value : undefined;
}

/** Shorter names are too near to each other and to other words. */
const MIN_FORGIVEN = 5;

const WEEKDAYS = vocabulary({
  ...each(0, ['dimanche', 'kari', 'karidon']),
  ...each(1, ['lundi', 'ntɛnɛn', 'ntɛnɛ', 'tɛnɛn', 'tɛnɛ', 'ntɛnɛndon']),
  ...each(2, ['mardi', 'tarata', 'taratadon']),
  ...each(3, ['mercredi', 'araba', 'arabadon']),
  ...each(4, ['jeudi', 'jedi', 'alamisa', 'alamisadon']),
  ...each(5, ['vendredi', 'juma', 'jumadon']),
  ...each(6, ['samedi', 'sibiri', 'sibiridon']),
});

const MONTHS = vocabulary({
  ...each(1, ['janvier', 'janv', 'zanwuye', 'zanwuyekalo']),
  ...each(2, ['février', 'févr', 'fev', 'feburuye', 'feburuyekalo']),
  ...each(3, ['mars', 'marisi', 'marisikalo']),
  ...each(4, ['avril', 'avr', 'awirili', 'awirilikalo']),
  ...each(5, ['mai', 'mɛ', 'mɛkalo']),
  ...each(6, ['juin', 'zuwɛn', 'zuwɛnkalo']),
  ...each(7, ['juillet', 'juil', 'zuluye', 'zuluyekalo']),
  ...each(8, ['août', 'aout', 'out', 'uti', 'utikalo']),
  ...each(9, ['septembre', 'sept', 'sɛtanburu', 'sɛtanburukalo']),
  ...each(10, ['octobre', 'oct', 'ɔkutɔburu', 'ɔkutɔburukalo']),
  ...each(11, ['novembre', 'nov', 'nowanburu', 'nowanburukalo']),
  ...each(12, ['décembre', 'déc', 'desanburu', 'desanburukalo']),
});

function each(value: number, words: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.map((word) => [word, value]));
}
