/** Names one account may uncover a day (T23). */
export const MAX_REVEALS = 20;
/** Codes are 37 bits, so fifty tries a day find none; nobody speaks with more parents than that. */
export const MAX_CODES = 50;

/** Why a name is uncovered; a code, so that the record of it holds nobody's words. */
export const REVEAL_REASONS = ['appel', 'accueil', 'urgence', 'protection'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
