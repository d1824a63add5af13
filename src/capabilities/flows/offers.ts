import type { Known } from '../../engine/compile-flows.ts';

/** What flows may call and ask for here: nothing, for they are counted without being asked to. */
export const offers = { calls: [], effects: [] } as const satisfies Known;
