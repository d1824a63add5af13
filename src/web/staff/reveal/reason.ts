/** Why somebody's name or number is uncovered; a code, so that the audit holds nobody's words. */
export const REVEAL_REASONS = ['appel', 'accueil', 'demande', 'urgence', 'protection', 'autre'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

/** `choose`: no reason of the list. `explain`: another reason, and no words that say which. */
export type ReasonFault = 'choose' | 'explain';

type Read = { reason: RevealReason; words?: string } | { fault: ReasonFault };

/** Fewer characters than this explain nothing; more are a story about somebody. */
const FEWEST_CHARACTERS = 10;
export const MOST_CHARACTERS = 200;
/** `aaaaaaaaaa` is long enough and says nothing. */
const FEWEST_LETTERS = 5;

/** Reads a reason from a form. Words are asked for, and kept, only where the list has none that fits. */
export function readReason(typed: { reason?: string | undefined; words?: string | undefined }): Read {
  const reason = REVEAL_REASONS.find((each) => each === typed.reason);
  if (reason === undefined) return { fault: 'choose' };
  if (reason !== 'autre') return { reason };
  const words = (typed.words ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return saysSomething(words) ? { reason, words } : { fault: 'explain' };
}

function saysSomething(words: string): boolean {
  const { length } = Array.from(words);
  if (length < FEWEST_CHARACTERS || length > MOST_CHARACTERS || /\p{C}/u.test(words)) return false;
  return new Set(words.toLowerCase().match(/\p{L}/gu)).size >= FEWEST_LETTERS;
}
