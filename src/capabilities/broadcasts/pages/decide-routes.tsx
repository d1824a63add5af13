import { Fault, refusal } from '../../../domain/faults.ts';
import {
  onlyFields,
  pageAnswer,
  seenIn,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { obstacle, RULES } from '../model/lifecycle.ts';
import { DecidePage } from './decide-page.tsx';
import { readyOf } from './item-route.tsx';
import { itemPath } from './page.ts';
import type { Pages } from './pages.ts';
import { withItem } from './with-item.ts';

type Decision = 'approve' | 'launch';

/** Launching alone, approving what another person wrote, and sending it back. */
export const decideRoutes = (pages: Pages): StaffRoute[] => [
  ...decision(pages, 'launch', 'launched'),
  ...decision(pages, 'approve', 'approved'),
  {
    method: 'post',
    path: '/broadcasts/:id/reject',
    roles: RULES.reject.roles,
    act: withItem(pages, async (ctx, broadcast) => {
      onlyFields(ctx, ['seen', 'reason']);
      const reason = ctx.form['reason'] ?? '';
      try {
        await pages.desk.move(ctx, broadcast.id, { move: 'reject', seen: seenIn(ctx), reason });
      } catch (cause) {
        if (!(cause instanceof Fault) || cause.code !== 'reason_missing') throw cause;
        return page(pages, ctx, broadcast, { status: 400, move: 'approve', reason });
      }
      return { kind: 'see_other', to: itemPath(broadcast), flash: 'rejected' };
    }),
  },
];

const decision = (pages: Pages, move: Decision, flash: string): StaffRoute[] => [
  {
    method: 'get',
    path: `/broadcasts/:id/${move}`,
    roles: RULES[move].roles,
    render: withItem(pages, async (ctx, broadcast) => {
      const stands = obstacle(broadcast, move, ctx.person, pages.clock.now());
      if (stands !== undefined) throw refusal(stands, 'The move cannot be made.');
      if (move === 'approve') await pages.desk.refuseSameHands(ctx, broadcast);
      return page(pages, ctx, broadcast, { status: 200, move });
    }),
  },
  {
    method: 'post',
    path: `/broadcasts/:id/${move}`,
    roles: RULES[move].roles,
    // What goes out in the campaign's name asks for the key.
    confirm: 'with_key',
    act: withItem(pages, async (ctx, broadcast) => {
      onlyFields(ctx, ['seen', 'encore']);
      const again = ctx.form['encore'] === 'oui';
      try {
        await pages.desk.move(ctx, broadcast.id, { move, seen: seenIn(ctx), again });
      } catch (cause) {
        if (!(cause instanceof Fault) || cause.code !== 'identical') throw cause;
        return page(pages, ctx, broadcast, { status: 409, move });
      }
      return { kind: 'see_other', to: itemPath(broadcast), flash };
    }),
  },
];

/** Who presses the button has just read this page: what it says is counted for it. */
async function page(
  pages: Pages,
  ctx: StaffContext,
  broadcast: Broadcast,
  { status, move, reason }: { status: number; move: Decision; reason?: string },
): Promise<StaffAnswer> {
  const shown = await pages.pageOf(ctx, broadcast);
  const { view, alike, told } = await readyOf(pages, shown, broadcast);
  return pageAnswer(
    status,
    <DecidePage
      page={shown}
      ready={view}
      asSms={pages.asSms}
      {...{ broadcast, move, alike, told, reason }}
    />,
  );
}
