/**
 * Where an item stands in its life; what leads from one to the next is in `lifecycle.ts`. `corrected`: another item has
 * taken its number with the next version; it stays as it was, word for word.
 */
export const STATES = ['draft', 'submitted', 'verified', 'published', 'corrected', 'withdrawn'] as const;
export type State = (typeof STATES)[number];
