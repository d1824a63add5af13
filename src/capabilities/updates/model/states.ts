/** Where an item stands in its life; what leads from one to the next is in `lifecycle.ts`. */
export const STATES = ['draft', 'submitted', 'verified', 'published', 'withdrawn'] as const;
export type State = (typeof STATES)[number];
