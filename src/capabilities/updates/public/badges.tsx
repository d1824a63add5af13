import type { VNode } from 'preact';
import { langOf, plainly, type Spoken } from '../../../web/public/index.ts';
import { FAMILY, type ShownTier, SIGN } from '../model/tiers.ts';
import type { NewsWords } from './words.ts';

/** How an item is founded: words first, with the sign and the frame of its family (U3). */
export function TierMark({ tier, words }: { tier: ShownTier; words: NewsWords }): VNode {
  const family = FAMILY[tier];
  return (
    <span class={`mark-tier mark-${family}`} lang={langOf(words.tiers[tier])}>
      <span aria-hidden="true">{SIGN[family]} </span>
      {plainly(words.tiers[tier])}
    </span>
  );
}

/** What else is to be known before reading: an example, past its day, corrected. */
export function Mark({ of, tone }: { of: Spoken; tone: 'stale' | 'demo' | 'corrected' }): VNode {
  return (
    <span class={`mark-tier mark-${tone}`} lang={langOf(of)}>
      {plainly(of)}
    </span>
  );
}
