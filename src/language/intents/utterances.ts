import type { Intent } from '../../domain/language.ts';
import { Typed } from '../folding/typed.ts';
import { INTENT_WORDS } from './words.ts';

/** One listed utterance, folded once for all tables that are made of it. */
export interface Utterance {
  typed: Typed;
  intent: Intent;
  lang: 'fr' | 'bm';
}

export const UTTERANCES: readonly Utterance[] = (Object.keys(INTENT_WORDS) as Intent[]).flatMap((intent) =>
  (['fr', 'bm'] as const).flatMap((lang) =>
    INTENT_WORDS[intent][lang].map((said) => ({ typed: new Typed(said), intent, lang })),
  ),
);
