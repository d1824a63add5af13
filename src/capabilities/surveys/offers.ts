import type { Known } from '../../engine/compile-flows.ts';

/** What flows may call and ask for here: nothing, for answers are stored without being asked for. */
export const offers = { calls: [], effects: [] } as const satisfies Known;
