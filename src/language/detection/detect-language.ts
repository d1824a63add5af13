import { countRuns, plainWords, runKey } from './grams.ts';
import { isName } from './names.ts';
import { WEIGHTS } from './weights.ts';

/** The language of a message: `unknown` below three words, in other scripts, and where neither is likelier. */
export interface Detected {
  lang: 'fr' | 'bm' | 'unknown';
  /** How sure: 0 says nothing, 2 is a short sentence of that language. */
  certainty: number;
  /** Some word is plainly of the other language. */
  mixed: boolean;
}

/** Tells French from Bambara by runs of letters, in official and in plain-keyboard spelling. Pure; never the last word. */
export function detectLanguage(text: string): Detected {
  const words = plainWords(text);
  if (words.length < MIN_WORDS || isOther(words)) return UNKNOWN;
  const scored = scoreOf(words.filter((word) => !isName(word)));
  const score = scored.whole + lettersOnlyIn(text);
  const certainty = Math.abs(score);
  if (certainty < MIN_CERTAINTY) return UNKNOWN;
  const against = score > 0 ? -scored.least : scored.most;
  return { lang: score > 0 ? 'bm' : 'fr', certainty, mixed: against > PLAINLY };
}

const UNKNOWN: Detected = { lang: 'unknown', certainty: 0, mixed: false };
/** "a la", "ok", "non": two words may be either. */
const MIN_WORDS = 3;
/** Names alone come near nothing. */
const MIN_CERTAINTY = 0.1;
/** What a word of some letters reaches by itself. */
const PLAINLY = 3;
/** ɛ, ɔ, ɲ, ŋ are typed by who writes Bambara. */
const BAMBARA_LETTER = 1.5;
/** Not é, è: a plain keyboard has them for ɛ; à only as a word: it is a tone too. */
const FRENCH_LETTER = -1;
const SCALE = 10;

/** By {@link runKey} for runs of letters, by the word for words. */
interface Weights {
  ofRun: Map<number, number>;
  ofWord: Map<string, number>;
}

let read: Weights | undefined;
/** Made when the first message comes that nothing understood: most processes of a command line never meet one. */
const weights = (): Weights => (read ??= weightsIn(WEIGHTS));

function weightsIn(table: string): Weights {
  const made: Weights = { ofRun: new Map(), ofWord: new Map() };
  for (const line of table.trim().split('\n')) {
    const [head = '', ...grams] = line.split(' ');
    const weight = Number.parseInt(head, 10) / SCALE;
    for (const gram of grams) {
      if (gram.startsWith('=')) made.ofWord.set(gram.slice(1), weight);
      else made.ofRun.set(runKey(gram), weight);
    }
  }
  return made;
}

/** Of the whole, and of the words that say French and Bambara most. */
function scoreOf(words: readonly string[]): { whole: number; least: number; most: number } {
  const { ofRun, ofWord } = weights();
  let [sum, count, least, most] = [0, 0, 0, 0];
  for (const word of words) {
    let own = ofWord.get(word) ?? 0;
    const grams = countRuns(word, (key) => {
      own += ofRun.get(key) ?? 0;
    });
    sum += own;
    count += grams;
    least = Math.min(least, own / Math.sqrt(grams));
    most = Math.max(most, own / Math.sqrt(grams));
  }
  return { whole: count === 0 ? 0 : sum / Math.sqrt(count), least, most };
}

function lettersOnlyIn(text: string): number {
  const bambara = text.match(/[ɛɔɲŋƐƆƝŊ]/gu)?.length ?? 0;
  const french = text.match(/[çêœûîôëïâÇÊŒ]|(?<!\S)à(?!\S)/gu)?.length ?? 0;
  return bambara * BAMBARA_LETTER + french * FRENCH_LETTER;
}

/** English is neither, and would pass for one of the two. */
const ENGLISH: ReadonlySet<string> = new Set(
  'the and you is what how please want hello my of are this that with for have where why who do not'.split(
    ' ',
  ),
);
const isOther = (words: readonly string[]): boolean =>
  words.filter((word) => ENGLISH.has(word)).length * 3 > words.length;
