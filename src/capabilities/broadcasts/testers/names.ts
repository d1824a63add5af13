/** Calls of the flows about tests; apart from what does them, for flows are checked without a database. */
export const TESTER = 'broadcasts.tester';
export const TRIAL = 'broadcasts.trial';
/** What the bot understands before a code, in every language; as in flows/testeur.yaml. */
export const TESTER_WORD = 'testeur';
/** What the flow of a test is told. */
export const TRIAL_GIVES = ['voulu', 'langue', 'texte'] as const;
