import type { Lang } from '../../domain/language.ts';
import { detectLanguage } from './detect-language.ts';

/**
 * The language to offer instead of the one talked in, or `undefined`. A message that mixes both comes out unsure and
 * suggests nothing; the language changes only when the person says so.
 */
export function suggestSwitch(text: string, current: Lang): Lang | undefined {
  // Whoever chose a third language reads French, for want of texts in it.
  if (current !== 'fr' && current !== 'bm') return undefined;
  const { lang, certainty, mixed } = detectLanguage(text);
  return lang === 'unknown' || lang === current || mixed || certainty < MIN_TO_OFFER ? undefined : lang;
}

/** A question at the wrong time costs a turn: only a whole sentence of the other language asks it. */
const MIN_TO_OFFER = 2;
