import { foldFrenchLike, foldSafe } from '../../../language/folding/fold.ts';
import { bare } from '../../../language/folding/tidy.ts';

const GRAM = 3;
/** A question of a phone is 160 characters; an answer with its other wordings, some thousands. */
const MOST_CHARACTERS = 4000;

/** Words and pieces of words a text is found by. */
export interface Terms {
  words: string[];
  /** Overlapping runs of three letters: two spellings of one word share most of them. */
  grams: string[];
}

/**
 * A text as it is compared: folded as all typing is (ɛ→e, ou→u, doubled letters once), without words that stand in every
 * question. Runs of letters forgive spelling without a dictionary, in both languages (P. McNamee and J. Mayfield,
 * "Character N-Gram Tokenization for European Language Text Retrieval", Information Retrieval 7, 2004).
 */
export function termsOf(text: string): Terms {
  const folded = fold(text.slice(0, MOST_CHARACTERS));
  const words = folded.split(' ').filter((word) => word.length > 1 && !COMMON.has(word));
  return { words: words.map(stem), grams: words.flatMap(gramsOf) };
}

const fold = (text: string): string => foldFrenchLike(foldSafe(bare(text).replaceAll("'", ' ')));

/** Endings a hurried hand leaves out: plurals and mute vowels. Short words stay. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:es|s|x|e|w)$/u, '') : word);

function gramsOf(word: string): string[] {
  const edged = `_${word}_`;
  return Array.from({ length: Math.max(1, edged.length - GRAM + 1) }, (_none, at) =>
    edged.slice(at, at + GRAM),
  );
}

/** Words of both languages that tell no question from another, and how they are typed in a hurry. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'le la les un une des du de d l au aux a et ou ce cet cette ces ca cela c ci qui que qu quoi quel quelle quels',
    'est ce sont etre etait suis es sera sur dans en par pour avec sans plus moins tres bien si ne pas n',
    'je tu il elle on nous vous ils elles me te se mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs moi toi',
    'comment pourquoi combien quand ou y ya il ya fait faire fais faut peut peux peuvent veut veux dire savoir sait sais',
    'kel ki ke kwa koi kan koman komen komment pk pkoi pourkoi kes kesk keski sa c est ske j ai as ont avons dit svp stp merci bonjour',
    'ye be te ka ko ni wa o ani la na ma mun munna mu di ya i n a an aw u in nin don min kelen cogo jumen joli tuma bee fe kan',
    'i ni ce na walima k b t y m',
  ]
    .join(' ')
    .split(' ')
    .map(fold),
);
