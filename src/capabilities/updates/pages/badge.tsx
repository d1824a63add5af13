import type { VNode } from 'preact';
import { FAMILY, SIGN, type ShownTier } from '../model/tiers.ts';
import { staleSince } from '../model/stale.ts';
import type { Update } from '../model/update.ts';
import { dayWords, type Page } from './page.ts';
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

/** Published, and nobody has looked at it since it was due. */
export function StaleBadge({ page, update }: { page: Page; update: Update }): VNode | null {
  const since = update.state === 'published' ? staleSince(update.content, page.today) : undefined;
  return since === undefined ? null : (
    <span class="badge badge-stale">{page.texts.staleSince(dayWords(page, since))}</span>
  );
}

export function UrgentBadge({ update, texts }: { update: Update; texts: UpdateTexts }): VNode | null {
  return update.content.urgent === true ? <span class="badge badge-urgent">{texts.urgent}</span> : null;
}

export function DemoBadge({ update, texts }: { update: Update; texts: UpdateTexts }): VNode | null {
  return update.demo ? <span class="badge badge-demo">{texts.demo}</span> : null;
}
