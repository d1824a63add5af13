/** How well an item is founded; said in words in every language, never by colour alone (U3). */
export const TIERS = [
  'official_text',
  'official_statement',
  'two_sources',
  'field_confirmed',
  'to_confirm',
  'denied',
] as const;
/** What an author may choose. */
export type Tier = (typeof TIERS)[number];

/** What became of an item is a tier too, but nobody chooses it. */
export const ENDED_TIERS = ['corrected', 'withdrawn'] as const;
export type ShownTier = Tier | (typeof ENDED_TIERS)[number];

/** Tiers that may share a badge. What an authority says and what others found never do. */
export type TierFamily = 'official' | 'independent' | 'open' | 'ended';

export const FAMILY: Readonly<Record<ShownTier, TierFamily>> = {
  official_text: 'official',
  official_statement: 'official',
  two_sources: 'independent',
  field_confirmed: 'independent',
  to_confirm: 'open',
  denied: 'ended',
  corrected: 'ended',
  withdrawn: 'ended',
};

/** One sign a family, before the words: a seal, linked rings, a question, a cross. */
export const SIGN: Readonly<Record<TierFamily, string>> = {
  official: '▣',
  independent: '∞',
  open: '?',
  ended: '✕',
};
