import type { Told } from '../../domain/how.ts';
import { Typed, typed } from '../folding/typed.ts';
import { Spellings } from '../matching/spellings.ts';
import type { Match } from '../types.ts';
import { UTTERANCES } from './utterances.ts';
import { AROUND_YES_NO, YES_OR_NO } from './words.ts';

/**
 * Yes or no from a whole utterance, in either language. Yes is always offered first, so `1` is yes and `2` is no.
 * No typing error is forgiven here: *ayi* and *ayiwa*, *n b'a fɛ* and *n t'a fɛ* are too near each other.
 */
export function readYesNo(text: string, told?: Told): Match<boolean> {
  const utterance = typed(text);
  if (utterance.exact !== '' && !isBelowZero(utterance)) {
    const listed = LISTED.get(utterance.safe);
    if (listed !== undefined) {
      told?.({ by: /\d/u.test(utterance.safe) ? 'digit' : 'sign' });
      return listed;
    }
  }
  return readYesNoWords(text, told);
}

/** The same where no question is open: a digit or a single letter says nothing there. */
export function readYesNoWords(text: string, told?: Told): Match<boolean> {
  const utterance = typed(text);
  // A thumb or a tick alone leaves nothing between the edges.
  if (utterance.exact === '') {
    const thumb = THUMBS.get(utterance.tidy.replace(SKIN_TONES, ''));
    if (thumb !== undefined) told?.({ by: 'sign' });
    return thumb ?? NONE;
  }
  const found = isBelowZero(utterance) ? NONE : TABLE.find(utterance, told);
  return found.kind === 'none' ? readYesNoPhrases(utterance, told) : found;
}

/**
 * Several of them in a row ("oui oui", "non je ne veux pas", *ayi n t'a fɛ*), the longest first, so that "pas d'accord"
 * never says "d'accord". Yes and no together, or a question (*awɔ wa*), is both: asked, not guessed. For an utterance
 * that is not listed itself.
 */
export function readYesNoPhrases(utterance: Typed, told?: Told): Match<boolean> {
  if (isBelowZero(utterance) || !utterance.safe.includes(' ')) return NONE;
  const words = utterance.safe.split(' ');
  if (words.length > MAX_WORDS || !words.every((word) => WORDS.has(word))) return NONE;
  const said = readFrom(words, 0);
  if (said === undefined || said.length === 0) return NONE;
  told?.({ by: 'phrases' });
  if (said.includes(true) && said.includes(false)) return BOTH;
  return said.includes(true) ? YES : NO;
}

/** "-1" is no first place in a list. */
const isBelowZero = ({ tidy }: Typed): boolean => /^[-−–]/u.test(tidy);

const NONE: Match<boolean> = { kind: 'none' };
const YES: Match<boolean> = { kind: 'one', value: true };
const NO: Match<boolean> = { kind: 'one', value: false };
const BOTH: Match<boolean> = { kind: 'many', values: [true, false] };

const SKIN_TONES = /[\u{1f3fb}-\u{1f3ff}]/gu;
const THUMBS: ReadonlyMap<string, Match<boolean>> = new Map([
  ['👍', YES],
  ['✅', YES],
  ['✔', YES],
  ['👎', NO],
  ['❌', NO],
]);
/** Places in the list and first letters. */
const LISTED: ReadonlyMap<string, Match<boolean>> = new Map([
  ['1', YES],
  ['o', YES],
  ['2', NO],
  ['n', NO],
  ['nn', NO],
]);

const entries: readonly (readonly [Typed, boolean])[] = [
  ...UTTERANCES.filter(({ intent }) => intent === 'yes' || intent === 'no').map(
    ({ typed, intent }) => [typed, intent === 'yes'] as const,
  ),
  ...YES_OR_NO.map((said) => new Typed(said)).flatMap((said) => [
    [said, true] as const,
    [said, false] as const,
  ]),
];
const TABLE = new Spellings<boolean>(entries);
const around = AROUND_YES_NO.map((phrase) => new Typed(phrase));
const AROUND: ReadonlySet<string> = new Set(around.map(({ safe }) => safe));
const wordsOf = ({ safe, frenchLike }: Typed): string[] => [...safe.split(' '), ...frenchLike.split(' ')];
/** Every word that yes, no and what is said around them are made of: with any other it is a sentence. */
const WORDS: ReadonlySet<string> = new Set([
  ...entries.flatMap(([said]) => wordsOf(said)),
  ...around.flatMap(wordsOf),
]);
/** "non, je ne suis pas d'accord, merci madame". */
const MAX_WORDS = 10;

/** What is said from `at` to the end; `undefined` where some word belongs to no phrase. */
function readFrom(words: readonly string[], at: number): boolean[] | undefined {
  if (at === words.length) return [];
  for (let end = words.length; end > at; end--) {
    const meant = meaningOf(words.slice(at, end).join(' '), at > 0);
    const rest = meant === undefined ? undefined : readFrom(words, end);
    if (meant !== undefined && rest !== undefined) return [...meant, ...rest];
  }
  return undefined;
}

/** *Dɛ*, *kɛ*, *sa* stress what stands before them; first they are other words (*de bɛna*). */
const STRESS: ReadonlySet<string> = new Set(['de', 'ke', 'sa']);

function meaningOf(phrase: string, isLater: boolean): readonly boolean[] | undefined {
  const found = TABLE.find(new Typed(phrase));
  if (found.kind === 'one') return [found.value];
  if (found.kind === 'many') return found.values;
  return AROUND.has(phrase) && (isLater || !STRESS.has(phrase)) ? [] : undefined;
}
