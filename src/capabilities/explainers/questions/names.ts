/** The effect that passes a question to its office; apart from what does it, for flows are checked without a database. */
export const PASS = 'explainers.pass';
