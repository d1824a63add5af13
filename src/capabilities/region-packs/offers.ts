import type { Known } from '../../engine/compile-flows.ts';

/** What flows may call here. */
export const offers = {
  calls: ['region_packs.offered'],
  effects: [],
  shapes: { 'region_packs.offered': { takes: [], gives: [] } },
} as const satisfies Known;
