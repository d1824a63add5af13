import { Typed, typed } from '../folding/typed.ts';
import { Spellings } from '../matching/spellings.ts';
import type { Match } from '../types.ts';
import { INTENT_WORDS, YES_OR_NO } from './words.ts';

/**
 * Yes or no from a whole utterance, in either language. Yes is always offered first, so `1` is yes and `2` is no.
 * No typing error is forgiven here: *ayi* and *ayiwa*, *n b'a fɛ* and *n t'a fɛ* are too near each other.
 */
export function readYesNo(text: string): Match<boolean> {
  const utterance = typed(text);
  // A thumb or a tick alone leaves nothing between the edges.
  if (utterance.exact === '') return THUMBS.get(utterance.tidy.replace(SKIN_TONES, '')) ?? { kind: 'none' };
  if (/^[-−–]/u.test(utterance.tidy)) return { kind: 'none' };
  const found = TABLE.find(utterance);
  if (found.kind !== 'none' || !utterance.safe.includes(' ')) return found;
  const [first = '', ...others] = utterance.safe.split(' ');
  return others.every((word) => word === first) ? TABLE.find(new Typed(first)) : found;
}

const SKIN_TONES = /[\u{1f3fb}-\u{1f3ff}]/gu;
const YES: Match<boolean> = { kind: 'one', value: true };
const NO: Match<boolean> = { kind: 'one', value: false };
const THUMBS: ReadonlyMap<string, Match<boolean>> = new Map([
  ['👍', YES],
  ['✅', YES],
  ['✔', YES],
  ['👎', NO],
  ['❌', NO],
]);

const meaning = (spellings: readonly string[], value: boolean) =>
  spellings.map((spelling) => [spelling, value] as const);

const TABLE = new Spellings<boolean>([
  ...meaning([...INTENT_WORDS.yes.fr, ...INTENT_WORDS.yes.bm, '1', 'o'], true),
  ...meaning([...INTENT_WORDS.no.fr, ...INTENT_WORDS.no.bm, '2', 'n'], false),
  ...meaning(YES_OR_NO, true),
  ...meaning(YES_OR_NO, false),
]);
