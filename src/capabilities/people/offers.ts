import type { Known } from '../../engine/compile-flows.ts';

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: ['people.kept'],
  effects: [],
  shapes: {
    'people.kept': { takes: [], gives: ['answers', 'surveys', 'sheet', 'signups', 'subscriptions'] },
  },
} as const satisfies Known;
