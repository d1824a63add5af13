import type { Known } from '../../engine/compile-flows.ts';

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: ['media.recorded'],
  effects: [],
  shapes: { 'media.recorded': { takes: [], gives: ['textes', 'ko'] } },
} as const satisfies Known;
