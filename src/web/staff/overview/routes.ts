import { createHash } from 'node:crypto';
import type { Clock } from '../../../domain/clock.ts';
import { lately } from '../../../domain/lately.ts';
import { routesFor } from '../matrix.ts';
import { menuOf } from '../menu.ts';
import { type GatheredNeeds, needsFor } from '../needs.ts';
import { ROLES, type StaffLog } from '../ports.ts';
import type { StaffContext, StaffPageRoute, StaffRoute } from '../route.ts';
import { overviewFor, type StaffSlots } from '../slots.ts';
import { OverviewPage } from './page.tsx';

/** How often it is counted anew for whoever has the page open, however many do. */
const COUNT_EVERY_MS = 5_000;

interface OverviewDeps {
  routes: readonly StaffRoute[];
  slots?: readonly StaffSlots[];
  clock: Clock;
  log: StaffLog;
}

/** The overview, and the stream that tells an open one that something else waits. */
export function overviewRoutes({ routes, slots = [], clock, log }: OverviewDeps): StaffPageRoute[] {
  const gather = async (ctx: StaffContext): Promise<GatheredNeeds> => {
    const gathered = await needsFor(slots, routesFor(routes, ctx.person.org), ctx);
    for (const cause of gathered.failures) log.failed({ id: 'overview', code: 'need_not_counted', cause });
    return gathered;
  };
  return [
    {
      method: 'get',
      path: '/',
      roles: ROLES,
      async render(ctx) {
        // What an open page fetches by itself is what waits, and nothing else.
        const said = ctx.frame.partsOnly === true ? [] : overviewFor(slots, ctx);
        const [gathered, more] = await Promise.all([gather(ctx), said]);
        const menu = menuOf(routesFor(routes, ctx.person.org), ctx.person.role, ctx.frame.lang);
        const [mark, now] = [markOf(gathered), clock.now()];
        return OverviewPage({ ctx, menu, gathered, mark, now, more });
      },
    },
    {
      method: 'get',
      path: '/overview/live',
      roles: ROLES,
      render(ctx) {
        const { id, org, role } = ctx.person;
        const counted = lately(clock, COUNT_EVERY_MS, async () => markOf(await gather(ctx)));
        return {
          kind: 'live',
          page: '/staff',
          // Whoever sees a part of the country counts by themselves.
          topic: role === 'coordinator' ? `overview/${org}/${id}` : `overview/${org}/${role}`,
          mark: async () => (await counted()).seen,
        };
      },
    },
  ];
}

/** What waits as one plain word: another need or another number makes another one. */
const markOf = ({ needs, failures }: GatheredNeeds): string =>
  createHash('sha256')
    .update(JSON.stringify([needs.map(({ key, count }) => [key, count]), failures.length]))
    .digest('base64url')
    .slice(0, 16);
