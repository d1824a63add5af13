import { createHash } from 'node:crypto';
import type { Broadcast, Texts, Wanted } from './broadcast.ts';

/** SHA-256 of all that is approved, in hex: contents, audience, scope, urgency and times. */
export const hashOf = ({ content, audience, scope, urgent, at, every }: Wanted): string =>
  digest({ content, audience, scope, urgent, at, every: every ?? null });

/** SHA-256 of what is said: two broadcasts that share it say the same. */
export const samenessOf = (content: Texts): string => digest(content);

/** What a stored broadcast says it is; of a repetition, what the first was. */
export const hashOfStored = ({ series, at, ...wanted }: Broadcast): string =>
  hashOf({ ...wanted, at: series === undefined ? at : series.at });

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex');

/** The same whatever the order a database gives the fields back in; what is `undefined` is not there. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, ordered(held)]),
  );
}
