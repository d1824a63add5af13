import type { Intent } from '../../domain/language.ts';
import type { Typed } from '../folding/typed.ts';
import { toMatch } from '../matching/spellings.ts';
import type { Match } from '../types.ts';
import { type Forgiven, isSlip } from './slip.ts';
import { UTTERANCES } from './utterances.ts';

/**
 * The intent of an utterance with one slip of the finger in one word, all others being right. Never yes or no, where a
 * letter is the difference. Longer words forgive more; Bambara's short ones, which are near each other, less.
 */
export function readMisspelt(utterance: Typed): Match<Intent> {
  const meant = new Set<Intent>();
  for (const level of LEVELS) {
    const words = utterance[level].split(' ');
    for (const handle of handlesOf(words))
      for (const one of KNOWN[level].get(handle) ?? [])
        if (!meant.has(one.intent) && isNear(words, one)) meant.add(one.intent);
  }
  return toMatch([...meant]);
}

const LEVELS = ['safe', 'frenchLike'] as const;
type Level = (typeof LEVELS)[number];

interface Known {
  words: readonly string[];
  intent: Intent;
  forgiven: Forgiven;
}

const FRENCH: Forgiven = { swapped: 4, added: 4, missed: 5, beheaded: 7, changed: 6 };
/** Beside other words that are right. */
const IN_A_PHRASE: Forgiven = { swapped: 3, added: 3, missed: 4, beheaded: 6, changed: 5 };
/** *Lase* and *lasa*, *segin* and *sɛgɛn*; an added letter may be an ending. */
const BAMBARA: Forgiven = { swapped: 4, added: 6, missed: 6, beheaded: 6, changed: 6 };
/** Folding takes letters off, and nears words to each other. */
const FOLDED: Forgiven = { swapped: 5, added: 6, missed: 7, beheaded: 7, changed: 7 };

const KNOWN: Readonly<Record<Level, ReadonlyMap<string, Known[]>>> = {
  safe: byHandle('safe'),
  frenchLike: byHandle('frenchLike'),
};

function byHandle(level: Level): Map<string, Known[]> {
  const known = new Map<string, Known[]>();
  for (const { typed, intent, lang } of UTTERANCES) {
    if (intent === 'yes' || intent === 'no') continue;
    const words = typed[level].split(' ');
    const own = lang === 'bm' ? BAMBARA : words.length > 1 ? IN_A_PHRASE : FRENCH;
    const forgiven = level === 'frenchLike' ? FOLDED : own;
    for (const handle of handlesOf(words)) {
      const alike = known.get(handle);
      if (alike === undefined) known.set(handle, [{ words, intent, forgiven }]);
      else alike.push({ words, intent, forgiven });
    }
  }
  return known;
}

/**
 * Two handles by which whatever is one slip away is found, so that most words are compared with few: one slip leaves the
 * first or the last letter of a word as it was, and of several words the first or the second.
 */
function handlesOf(words: readonly string[]): string[] {
  const [first = '', second] = words;
  return second === undefined
    ? [`^${first.slice(0, 1)}`, `$${first.slice(-1)}`]
    : [`${words.length} 1 ${first}`, `${words.length} 2 ${second}`];
}

function isNear(typed: readonly string[], { words, forgiven }: Known): boolean {
  let slips = 0;
  for (const [index, word] of typed.entries()) {
    const known = words[index] ?? '';
    if (word === known) continue;
    slips += 1;
    if (slips > 1 || !isSlip(word, known, forgiven)) return false;
  }
  return slips === 1;
}
