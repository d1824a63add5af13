import { opensFor } from './matrix.ts';
import { NEED_LEVELS, type Need } from './need.ts';
import type { StaffContext, StaffRoute } from './route.ts';
import type { StaffSlots } from './slots.ts';

export interface GatheredNeeds {
  /** What presses most stands first. */
  needs: readonly Need[];
  /** What went wrong where a capability could not tell; the others are shown all the same. */
  failures: readonly unknown[];
}

/** What waits for this member: what the capabilities tell, as far as its list may be opened by them (T20). */
export async function needsFor(
  slots: readonly StaffSlots[],
  routes: readonly StaffRoute[],
  ctx: StaffContext,
): Promise<GatheredNeeds> {
  const told = await Promise.allSettled(slots.map(async (slot) => (await slot.needs?.(ctx)) ?? []));
  const needs = told
    .flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    .filter(({ count, href }) => count > 0 && opensFor(routes, ctx.person.role, href));
  const failures = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  return { needs: NEED_LEVELS.flatMap((level) => needs.filter((need) => need.level === level)), failures };
}
