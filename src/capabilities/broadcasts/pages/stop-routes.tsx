import type { VNode } from 'preact';
import { refusal } from '../../../domain/faults.ts';
import { Button, StaffPage } from '../../../web/kit/index.ts';
import { onlyFields, pageAnswer, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { STOPPERS } from '../model/lifecycle.ts';
import { BEFORE_SENDING } from '../model/states.ts';
import type { Order } from '../send/ports.ts';
import { itemPath, type Page } from './page.ts';
import type { Pages } from './pages.ts';
import { broadcastStyles } from './styles.ts';
import { withItem } from './with-item.ts';

/** Pausing, resuming and cancelling. None asks for a key: harm must be stopped fast. */
export const stopRoutes = (pages: Pages): StaffRoute[] => [
  order(pages, 'pause', 'paused'),
  order(pages, 'resume', 'resumed'),
  {
    method: 'get',
    path: '/broadcasts/:id/cancel',
    roles: STOPPERS,
    render: withItem(pages, async (ctx, broadcast) => {
      if (broadcast.state === 'cancelled' || broadcast.state === 'done')
        throw refusal('wrong_state', 'It has ended.');
      return pageAnswer(200, <CancelPage page={await pages.pageOf(ctx, broadcast)} broadcast={broadcast} />);
    }),
  },
  {
    method: 'post',
    path: '/broadcasts/:id/cancel',
    roles: STOPPERS,
    act: withItem(pages, async (ctx, broadcast) => {
      onlyFields(ctx, []);
      if (BEFORE_SENDING.some((each) => each === broadcast.state))
        await pages.desk.move(ctx, broadcast.id, { move: 'cancel' });
      else await give(pages, ctx, broadcast, 'cancel');
      return { kind: 'see_other', to: itemPath(broadcast), flash: 'cancelled' };
    }),
  },
];

const order = (pages: Pages, what: 'pause' | 'resume', flash: string): StaffRoute => ({
  method: 'post',
  path: `/broadcasts/:id/${what}`,
  roles: STOPPERS,
  act: withItem(pages, async (ctx, broadcast) => {
    onlyFields(ctx, []);
    await give(pages, ctx, broadcast, what);
    return { kind: 'see_other', to: itemPath(broadcast), flash };
  }),
});

/** An order to the sending, under the name of who gave it. */
async function give(pages: Pages, ctx: StaffContext, { id }: Broadcast, what: Order): Promise<void> {
  await ctx.audit(AUDITED[what], `broadcast/${id}`);
  if (await pages.control(id, what)) return;
  await ctx.audit('broadcasts.not_changed', `broadcast/${id}`);
  throw refusal('wrong_state', 'It stands elsewhere.');
}

const AUDITED: Readonly<Record<Order, string>> = {
  pause: 'broadcasts.paused',
  resume: 'broadcasts.resumed',
  cancel: 'broadcasts.cancelled',
};

function CancelPage({ page, broadcast }: { page: Page; broadcast: Broadcast }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.cancelTitle} lead={texts.cancelLead} styles={broadcastStyles}>
      <p>
        <a href={itemPath(broadcast)}>{texts.backToItem}</a>
      </p>
      <p>
        <strong>{broadcast.name}</strong>
      </p>
      <form class="form" method="post" action={itemPath(broadcast, '/cancel')}>
        <Button look="danger">{texts.cancelSubmit}</Button>
      </form>
    </StaffPage>
  );
}
