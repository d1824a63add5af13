import { cutIntoWords, vocabulary } from './vocabulary.ts';

/** A number in French words, Belgian and Malian forms included; `undefined` when any word is none. Takes safe folding. */
export function readFrench(words: readonly string[]): number | undefined {
  const tokens: number[] = [];
  for (const [index, word] of words.entries()) {
    const found = DIGITS.test(word) ? besideThousands(words, index) : cutIntoWords(word, WORDS);
    if (found === undefined) return undefined;
    tokens.push(...found.filter((token) => token !== AND));
  }
  return compose(tokens);
}

const DIGITS = /^\d{1,3}$/u;
const THOUSANDS = /^mil/u;

/** "2 mille", "20 mille 500"; but "20 5" is no number. */
function besideThousands(words: readonly string[], index: number): number[] | undefined {
  const neighbours = [words[index - 1], words[index + 1]].filter((word) => word !== undefined);
  const alone = neighbours.length > 0 && neighbours.every((word) => THOUSANDS.test(word));
  return alone ? [Number(words[index])] : undefined;
}

/** "et", which joins and counts nothing. */
const AND = -1;

const WORDS = vocabulary({
  zéro: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
  cent: 100,
  cents: 100,
  mille: 1000,
  mil: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  et: AND,
});

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
