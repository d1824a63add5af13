/** Why staff erase a person; a code, so that the ledger holds nobody's words. */
export const ERASURE_REASONS = ['demande', 'parent', 'erreur', 'protection', 'loi'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** What is typed to confirm, in either language of the site. */
const CONFIRMED: readonly string[] = ['EFFACER', 'ERASE'];

export const isConfirmed = (typed: string | undefined): boolean =>
  CONFIRMED.includes((typed ?? '').trim().toUpperCase());
