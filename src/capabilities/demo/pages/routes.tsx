import { Fault } from '../../../domain/faults.ts';
import {
  flashesIn,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import type { Background } from '../background.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { DEFAULT_PEOPLE, DEFAULT_SEED } from '../sizes.ts';
import { DemoPage } from './demo-page.tsx';
import { DEMO } from './texts.ts';

const ROLES: readonly Role[] = ['admin'];
/** A page about work under way looks again after so many seconds. */
const LOOK_AGAIN_S = 2;

export interface DemoPagesDeps {
  campaign: Campaign;
  work: Background;
  production: boolean;
}

/** The demonstration's page: for an administrator alone. */
export function demoRoutes({ campaign, work, production }: DemoPagesDeps): StaffRoute[] {
  return [
    {
      method: 'get',
      path: '/demo',
      roles: ROLES,
      house: true,
      flashes: flashesIn('error', DEMO, ({ refusals }) => refusals),
      async render(ctx) {
        const { state, record } = await campaign.look();
        const realPeople = state === 'none' || state === 'interrupted' ? await campaign.realPeople() : 0;
        const page = (
          <DemoPage {...{ ctx, texts: DEMO[ctx.frame.lang], state, record, realPeople, production }} />
        );
        const underWay = state === 'loading' || state === 'clearing';
        return underWay ? { kind: 'page', status: 200, page, again: LOOK_AGAIN_S } : page;
      },
    },
    {
      method: 'post',
      path: '/demo/load',
      roles: ROLES,
      house: true,
      act: (ctx) =>
        told(async () => {
          const notLive = ctx.form['not_live'] === 'yes' && !production;
          const { org } = ctx.person;
          const order = { people: DEFAULT_PEOPLE, seed: DEFAULT_SEED, org, notLive };
          await campaign.checkLoad(order);
          await ctx.audit('demo.loaded', 'demo/campaign', { people: order.people, seed: order.seed });
          await work.begin((signal) => campaign.load(order, signal));
        }),
    },
    {
      method: 'post',
      path: '/demo/clear',
      roles: ROLES,
      house: true,
      act: (ctx) => told(() => clear(ctx)),
    },
  ];

  async function clear(ctx: StaffContext): Promise<void> {
    await ctx.audit('demo.cleared', 'demo/campaign');
    await work.begin((signal) => campaign.clear(signal));
  }
}

/** Back to the page; a refusal of ours is said there. */
async function told(work: () => Promise<void>): Promise<StaffAnswer> {
  try {
    await work();
    return { kind: 'see_other', to: '/staff/demo' };
  } catch (cause) {
    if (!(cause instanceof Fault) || !Object.hasOwn(DEMO.fr.refusals, cause.code)) throw cause;
    return { kind: 'see_other', to: '/staff/demo', flash: cause.code };
  }
}
