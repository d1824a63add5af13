import type { VNode } from 'preact';
import { FAMILY, SIGN, type ShownTier } from '../model/tiers.ts';
import type { Update } from '../model/update.ts';
import type { UpdateTexts } from './texts.fr.ts';

/** The tier: words first, with a sign and a frame of its family. Official and independent never look alike (U3). */
export function TierBadge({ update, texts }: { update: Update; texts: UpdateTexts }): VNode | null {
  const tier = shownTier(update);
  if (tier === '') return null;
  const family = FAMILY[tier];
  return (
    <span class={`badge badge-${family}`}>
      <span aria-hidden="true">{SIGN[family]} </span>
      {texts.tiers[tier]}
    </span>
  );
}

/** What became of an item goes before how well it was founded. */
const shownTier = ({ state, content }: Update): ShownTier | '' =>
  state === 'withdrawn' || state === 'corrected' ? state : content.tier;

/** Of a withdrawn or corrected item the tier says so already. */
export function StateBadge({ update, texts }: { update: Update; texts: UpdateTexts }): VNode | null {
  if (update.state === 'withdrawn' || update.state === 'corrected') return null;
  return <span class={`badge state-${update.state}`}>{texts.states[update.state]}</span>;
}

export function DemoBadge({ update, texts }: { update: Update; texts: UpdateTexts }): VNode | null {
  return update.demo ? <span class="badge badge-demo">{texts.demo}</span> : null;
}
