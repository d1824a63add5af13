/**
 * Why an item is withdrawn, as people are told: a closed list, for a withdrawal takes one account, and no account puts
 * words of its own into anybody's talk alone. The words stand in `nouvelle-retiree.yaml` and with the pages.
 */
export const CAUSES = ['wrong', 'source_fell', 'no_longer_so', 'endangers', 'not_ours'] as const;
export type Cause = (typeof CAUSES)[number];
