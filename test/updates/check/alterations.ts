import { type Chance, below, MONTHS, pick, PLACES } from './corpus.ts';
import type { Family } from './family.ts';

/** One change of what a text says. `undefined` where it has nothing of that sort to change. */
export interface Alteration {
  name: string;
  lang?: 'fr' | 'bm';
  /** It may change what stands around the words, too. */
  around?: true;
  run(text: string, chance: Chance, family: Family): string | undefined;
}

export const ALTERATIONS: readonly Alteration[] = [
  {
    name: 'digit changed',
    around: true,
    run: (text, chance) =>
      replaced(text, /\d/gu, chance, (digit) => String((Number(digit) + 1 + below(chance, 8)) % 10)),
  },
  {
    name: 'digit added',
    run: (text, chance) =>
      replaced(text, /\d+/gu, chance, (digits) => `${digits}${String(below(chance, 9))}`),
  },
  { name: 'number taken out', run: (text, chance) => replaced(text, /\d+ /gu, chance, () => '') },
  {
    name: 'month changed',
    lang: 'fr',
    run: (text, chance) =>
      replaced(text, new RegExp(`\\b(?:${MONTHS.join('|')})(?![\\p{L}])`, 'gu'), chance, (month) =>
        other(chance, MONTHS, month),
      ),
  },
  {
    name: 'place changed',
    run: (text, chance) => replaced(text, anyOf(PLACES), chance, (place) => other(chance, PLACES, place)),
  },
  {
    name: 'name changed',
    run: (text, chance, { names }) =>
      replaced(text, anyOf(names), chance, (name) => other(chance, names, name)),
  },
  {
    name: 'family name changed',
    run: (text, chance, { names }) =>
      replaced(
        text,
        anyOf(names),
        chance,
        (name) => `${name.split(' ')[0] ?? ''} ${other(chance, names, name).split(' ').slice(1).join(' ')}`,
      ),
  },
  {
    name: 'not taken out',
    lang: 'fr',
    run: (text, chance) =>
      replaced(
        text,
        / n[e’'](?: ?)(\S+ )(?:pas|plus|jamais) /gu,
        chance,
        (found) => ` ${found.replace(/ n[e’'] ?/u, '').replace(/(?:pas|plus|jamais) $/u, '')}`,
      ),
  },
  {
    name: 'without taken out',
    lang: 'fr',
    run: (text, chance) => replaced(text, /(?:sans aucune|sans|aucune?) /giu, chance, () => ''),
  },
  {
    name: 'not put in',
    lang: 'fr',
    run: (text, chance) =>
      replaced(
        text,
        / (?:a|est|sont|ont|reste|rouvre|sera|seront|peuvent|compte|cite|rappelle|accueille|publie) /gu,
        chance,
        (verb) => ` ne${verb}pas `,
      ),
  },
  {
    name: 'bare pas put in',
    lang: 'fr',
    run: (text, chance) =>
      replaced(
        text,
        / (?:a|est|sont|ont|reste|rouvre|sera|peuvent|finance|confirme) /gu,
        chance,
        (verb) => `${verb}pas `,
      ),
  },
  {
    name: 'bɛ made tɛ',
    lang: 'bm',
    run: (text, chance) => replaced(text, /\bbɛ(?= )/gu, chance, () => 'tɛ'),
  },
  {
    name: 'ye made ma',
    lang: 'bm',
    run: (text, chance) => replaced(text, /(?<= )ye(?= )/gu, chance, () => 'ma'),
  },
  {
    name: 'tɛ made bɛ',
    lang: 'bm',
    run: (text, chance) =>
      replaced(text, /(?<= )(?:tɛ|ma)(?= )/gu, chance, (no) => (no === 'tɛ' ? 'bɛ' : 'ye')),
  },
  {
    name: 'word put in',
    run: (text, chance) =>
      replaced(
        text,
        /(?<=\p{L}{4,}) (?=\p{L}{4,})/gu,
        chance,
        () => ` ${pick(chance, ['seulement', 'encore', 'faussement', 'bientôt', 'illégalement', 'enfin'])} `,
      ),
  },
  {
    name: 'word taken out',
    run: (text, chance) => replaced(text, /(?<= )\p{L}{4,} (?=\p{L})/gu, chance, () => ''),
  },
  {
    name: 'word changed',
    run: (text, chance) =>
      replaced(text, /(?<= )\p{L}{5,}(?= )/gu, chance, () =>
        pick(chance, ['annulé', 'interdit', 'secret', 'payant', 'armé', 'refusé']),
      ),
  },
  {
    name: 'claim put in the middle',
    run: (text, chance, { claims }) =>
      replaced(text, /(?<=[.;:\n]) ?(?=\p{Lu})/gu, chance, () => ` ${pick(chance, claims)} `),
  },
  {
    name: 'claim put at the end',
    run: (text, chance, { claims }) => `${text}${pick(chance, [' ', '\n'])}${pick(chance, claims)}`,
  },
  {
    name: 'claim put before',
    run: (text, chance, { claims }) => `${pick(chance, claims)}${pick(chance, [' ', '\n'])}${text}`,
  },
  {
    name: 'end changed',
    run: (text, chance) =>
      `${text
        .trimEnd()
        .replace(/[.\s]*$/u, '')
        .replace(/ \S+$/u, '')} ${pick(chance, ['demain', 'jamais', 'sans eux', 'en secret', '7'])}.`,
  },
  { name: 'sentence taken out', run: takenOut },
  {
    name: 'two words turned',
    run: (text, chance) =>
      replaced(text, /\p{L}{4,} \p{L}{4,}/gu, chance, (two) =>
        two.split(' ')[0]?.toLowerCase() === two.split(' ')[1]?.toLowerCase()
          ? undefined
          : two.split(' ').reverse().join(' '),
      ),
  },
  {
    name: 'number of another item',
    around: true,
    run: (text) => `${text}\nML-2026-9${String(text.length).padStart(3, '0').slice(-3)}`,
  },
  {
    name: 'link that is not ours',
    around: true,
    run: (text, chance) =>
      `${text}\n${pick(chance, ['https://benkan-mali.info/inscription', 'bit-ly.com/paix', 'www.aide-mali.org'])}`,
  },
];

const anyOf = (all: readonly string[]): RegExp =>
  new RegExp(
    [...all]
      .sort((a, b) => b.length - a.length)
      .map((each) => each.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('|'),
    'gu',
  );

function other(chance: Chance, all: readonly string[], not: string): string {
  for (;;) {
    const found = pick(chance, all);
    if (found !== not) return found;
  }
}

/** One of the places found, at random. */
function replaced(
  text: string,
  where: RegExp,
  chance: Chance,
  by: (found: string) => string | undefined,
): string | undefined {
  const found = [...text.matchAll(where)];
  if (found.length === 0) return undefined;
  const one = pick(chance, found);
  const put = by(one[0]);
  return put === undefined || put === one[0]
    ? undefined
    : text.slice(0, one.index) + put + text.slice(one.index + one[0].length);
}

/** Between two others, so that it is no cut. */
function takenOut(text: string, chance: Chance): string | undefined {
  const sentences = text.split(/(?<=\.)\s/u);
  if (sentences.length < 3) return undefined;
  const gone = 1 + below(chance, sentences.length - 2);
  return sentences.filter((_, at) => at !== gone).join(' ');
}
