import { Fault } from '../../../../domain/faults.ts';
import {
  flashesIn,
  namesOf,
  onlyFields,
  pageAnswer,
  seenIn,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../../web/staff/index.ts';
import { STOPPERS } from '../../model/lifecycle.ts';
import { itemPath } from '../../pages/page.ts';
import type { Pages } from '../../pages/pages.ts';
import { withItem } from '../../pages/with-item.ts';
import { TestersPage } from './testers-page.tsx';
import { TRIAL_WORDS } from './texts.ts';
import { TESTERS_PATH } from './trial-part.tsx';

/** Trying a draft, and who receives tests. */
export const trialRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'post',
    path: '/broadcasts/:id/try',
    roles: STOPPERS,
    act: withItem(pages, async (ctx, broadcast) => {
      onlyFields(ctx, ['seen', 'nth']);
      const nth = /^\d{1,2}$/u.test(ctx.form['nth'] ?? '') ? Number(ctx.form['nth']) : 0;
      await pages.trials.desk.order(ctx, broadcast, { seen: seenIn(ctx), nth });
      return { kind: 'see_other', to: itemPath(broadcast), flash: 'tried' };
    }),
  },
  {
    method: 'get',
    path: '/broadcasts/testers',
    roles: STOPPERS,
    flashes: flashesIn('success', TRIAL_WORDS, ({ flashes }) => flashes),
    render: (ctx) => page(pages, ctx, 200),
  },
  {
    method: 'post',
    path: '/broadcasts/testers/code',
    roles: STOPPERS,
    async act(ctx) {
      onlyFields(ctx, []);
      try {
        // Shown once, on the answer to the button: it stands in no address and no record.
        return await page(pages, ctx, 200, { code: await pages.trials.testers.code(ctx) });
      } catch (cause) {
        if (!(cause instanceof Fault) || cause.code !== 'testers_full') throw cause;
        return page(pages, ctx, 409, { isFull: true });
      }
    },
  },
  {
    method: 'post',
    path: '/broadcasts/testers/leave',
    roles: STOPPERS,
    async act(ctx) {
      onlyFields(ctx, []);
      await pages.trials.testers.leave(ctx);
      return { kind: 'see_other', to: TESTERS_PATH, flash: 'left' };
    },
  },
];

async function page(
  { trials, staffName, choosing }: Pages,
  ctx: StaffContext,
  status: number,
  more: { code?: string; isFull?: boolean } = {},
): Promise<StaffAnswer> {
  const testers = await trials.testers.all(ctx);
  const names = await namesOf(
    testers.map(({ account }) => account),
    staffName,
  );
  const nameOf = choosing.nameOf(ctx);
  const channelName = (channel: string): string => nameOf('channel', channel);
  return pageAnswer(status, <TestersPage {...{ ctx, testers, names, channelName, ...more }} />);
}
