/** Calls of the flows about tests; apart from what does them, for flows are checked without a database. */
export const TESTER = 'broadcasts.tester';
export const TRIAL = 'broadcasts.trial';
/** What the flow of a test is told. */
export const TRIAL_GIVES = ['voulu', 'langue', 'texte'] as const;
