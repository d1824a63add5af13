import { frenchSound } from './french-sound.ts';
import { cutIntoWords, vocabulary } from './vocabulary.ts';

/**
 * A number in French words: Belgian and Malian forms, spelt as they sound, "une vingtaine"; `undefined` when any word
 * is none. Takes safe folding.
 */
export function readFrench(words: readonly string[]): number | undefined {
  const about = ROUND.get(words.join(' ').replace(/^une? /u, ''));
  if (about !== undefined) return about;
  const tokens: number[] = [];
  for (const [index, word] of words.entries()) {
    const found = DIGITS.test(word)
      ? besideUnit(words, index, tokens.at(-1))
      : (cutIntoWords(word, WORDS) ?? besideNumber(word, words[index + 1], tokens.at(-1)));
    if (found === undefined) return undefined;
    tokens.push(...found);
  }
  if (tokens[0] === AND || tokens.at(-1) === AND) return undefined;
  return compose(tokens.filter((token) => token !== AND));
}

/** "une dizaine": who says so has counted in tens. */
const ROUND: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dizaine: 10,
    disaine: 10,
    douzaine: 12,
    quinzaine: 15,
    kinzaine: 15,
    vingtaine: 20,
    vintaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
    millier: 1000,
  }),
);

const DIGITS = /^\d{1,3}$/u;
const UNIT = /^(?:mil|cent)/u;

/** "2 mille", "20 mille 500", "2 cents", "vin 5"; but "20 5" is no number. */
function besideUnit(words: readonly string[], index: number, before = 0): number[] | undefined {
  if (isTens(before) && /^[1-9]$/u.test(words[index] ?? '') && !DIGITS.test(words[index - 1] ?? ''))
    return [Number(words[index])];
  const neighbours = [words[index - 1], words[index + 1]].filter((word) => word !== undefined);
  const alone = neighbours.length > 0 && neighbours.every((word) => UNIT.test(word));
  return alone ? [Number(words[index])] : undefined;
}

/** "et", which joins and counts nothing. */
const AND = -1;

const isTens = (value: number): boolean => value >= 20 && value <= 80 && value % 10 === 0;

/**
 * Spellings that are other words alone, and numbers only between numbers: "ven sink" (25), "vin si" (26), "deu san" (200),
 * "vint é un".
 */
function besideNumber(
  word: string,
  next: string | undefined,
  before: number | undefined,
): number[] | undefined {
  const value = spellingsBeside(next, before)?.get(word);
  return value === undefined ? undefined : [value];
}

function spellingsBeside(
  next: string | undefined,
  before: number | undefined,
): ReadonlyMap<string, number> | undefined {
  if (before === undefined)
    return next !== undefined && cutIntoWords(next, WORDS) !== undefined ? BEFORE_NUMBER : undefined;
  if (isTens(before)) return AFTER_TENS;
  return before >= 2 && before <= 9 ? AFTER_UNIT : undefined;
}

/** A person may type any word, `constructor` too. */
const typable = (words: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(words));

const BEFORE_NUMBER = typable({
  ...spelt(5, 'sin'),
  ...spelt(10, 'di'),
  ...spelt(20, 'ven vent'),
  ...spelt(100, 'san sen sent'),
});
const AFTER_TENS = typable({
  ...spelt(3, 'toi'),
  ...spelt(5, 'sin'),
  ...spelt(6, 'si'),
  ...spelt(7, 'cet cette'),
  ...spelt(AND, 'e'),
});
const AFTER_UNIT = typable(spelt(100, 'san sen sent sans'));

/** Known by ear too; *cent*, *sept* and *seize* are not here: "sans", "cette" and "c'est" sound like them. */
const HEARD = {
  ...spelt(0, 'zéro'),
  ...spelt(2, 'deux'),
  ...spelt(3, 'trois'),
  ...spelt(4, 'quatre'),
  ...spelt(5, 'cinq'),
  ...spelt(11, 'onze'),
  ...spelt(12, 'douze'),
  ...spelt(13, 'treize'),
  ...spelt(14, 'quatorze'),
  ...spelt(15, 'quinze'),
  ...spelt(20, 'vingt'),
  ...spelt(30, 'trente'),
  ...spelt(40, 'quarante'),
  ...spelt(50, 'cinquante'),
  ...spelt(60, 'soixante'),
  ...spelt(70, 'septante'),
  ...spelt(80, 'huitante octante'),
  ...spelt(90, 'nonante'),
  ...spelt(1000, 'mille'),
  ...spelt(1_000_000, 'million'),
};

const WORDS = vocabulary(
  {
    ...HEARD,
    ...spelt(1, 'un une'),
    ...spelt(2, 'deu'),
    ...spelt(3, 'troi twa trwa'),
    ...spelt(4, 'kat katr katre catre'),
    ...spelt(5, 'cin sinq sink sinque'),
    ...spelt(6, 'six sis siz'),
    ...spelt(7, 'sept set sète'),
    ...spelt(8, 'huit uit wit huite'),
    ...spelt(9, 'neuf nef'),
    ...spelt(10, 'dix dis diz'),
    ...spelt(11, 'onz'),
    ...spelt(15, 'kenz kinz'),
    ...spelt(16, 'seize seiz sèze'),
    ...spelt(17, 'diset'),
    ...spelt(20, 'vingts vin vint vinte'),
    ...spelt(30, 'trant trante'),
    ...spelt(40, 'karant karante carante'),
    ...spelt(50, 'sinkante cinkante'),
    // Not *san*: that is a year in Bambara, and a town.
    ...spelt(100, 'cent cents cen'),
    ...spelt(1000, 'mil'),
    ...spelt(10_000, 'dimil'),
    ...spelt(1_000_000, 'millions'),
    ...spelt(AND, 'et'),
  },
  { words: HEARD, ear: frenchSound },
);

/** What one word counts in French, as written or by ear; `undefined` for what counts nothing. */
export function frenchNumberWord(safe: string): number | undefined {
  const value = WORDS.exact.get(safe) ?? WORDS.heard.get(WORDS.ear(safe) ?? '');
  return value === AND ? undefined : value;
}

/** One number's spellings: the right one, and those too short to be known by ear. */
function spelt(value: number, spellings: string): Record<string, number> {
  return Object.fromEntries(spellings.split(' ').map((spelling) => [spelling, value]));
}

/** Adds up from the left: a hundred or a thousand multiplies what stands before it, "quatre-vingt" is the one odd product. */
function compose(tokens: readonly number[]): number | undefined {
  let total = 0;
  let group: number | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token >= 1000) {
      if (total !== 0 && token >= lowestThousand(total)) return undefined;
      total += (group ?? 1) * token;
      group = undefined;
      if (index === tokens.length - 1) return total;
    } else {
      const next = addBelowThousand(group, token, tokens[index - 1]);
      if (next === undefined) return undefined;
      group = next;
    }
  }
  return group === undefined ? undefined : total + group;
}

/** Millions come before thousands. */
const lowestThousand = (total: number): number => (total % 1_000_000 === 0 ? 1_000_000 : 1000);

function addBelowThousand(
  group: number | undefined,
  token: number,
  before: number | undefined,
): number | undefined {
  if (group === undefined) return token;
  const tail = group % 100;
  if (token === 100) return group >= 2 && group <= 9 ? group * 100 : undefined;
  if (token === 20 && before === 4 && tail === 4) return group - 4 + 80;
  const joins = tail === 0 ? group > 0 && token < 100 : follows(tail, token);
  return joins && token > 0 ? group + token : undefined;
}

/** What may stand after the tens: one to nine; after ten only seven to nine; ten to nineteen after sixty and eighty. */
function follows(tens: number, token: number): boolean {
  if (tens === 10) return token >= 7 && token <= 9;
  if (tens === 60 || tens === 80) return token < 20;
  return tens >= 20 && tens % 10 === 0 && token < 10;
}
