import type { VNode } from 'preact';
import { flashesIn, type StaffRoute } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { READERS } from '../model/lifecycle.ts';
import { BEFORE_SENDING, SENDING } from '../model/states.ts';
import { estimateOf } from './estimate.ts';
import { ItemPage } from './item-page.tsx';
import type { Page } from './page.ts';
import type { Pages } from './pages.ts';
import { Previews } from './previews.tsx';
import { Ready } from './ready.tsx';
import { BROADCAST_WORDS } from './texts.ts';
import { answer, withItem } from './with-item.ts';

/** Seconds after which a page about one that is being sent looks again. */
const LOOK_AGAIN = 5;

/** The page of one broadcast, for whoever may read it. */
export const itemRoute = (pages: Pages): StaffRoute => ({
  method: 'get',
  path: '/broadcasts/:id',
  roles: READERS,
  flashes: flashesIn('success', BROADCAST_WORDS, ({ flashes }) => flashes),
  render: withItem(pages, async (ctx, broadcast) => {
    const page = await pages.pageOf(ctx, broadcast);
    const before = BEFORE_SENDING.some((each) => each === broadcast.state);
    const ready = before ? await readyOf(pages, page, broadcast) : undefined;
    const shown = answer(
      200,
      <ItemPage page={page} broadcast={broadcast} takesTwo={ready?.takesTwo ?? false}>
        {ready?.view ?? (await pages.progress(ctx, broadcast))}
        <Previews page={page} broadcast={broadcast} sms={pages.sms} />
      </ItemPage>,
    );
    return moves(broadcast) ? { ...shown, again: LOOK_AGAIN } : shown;
  }),
});

/** It changes by itself, without anybody's doing. */
const moves = ({ state }: Broadcast): boolean => state !== 'paused' && SENDING.some((each) => each === state);

/** Who would get it now, counted anew. */
export async function readyOf(
  pages: Pages,
  page: Page,
  broadcast: Broadcast,
): Promise<{ takesTwo: boolean; alike: readonly Broadcast[]; view: VNode }> {
  const outlook = await pages.desk.outlook(broadcast);
  const parts = (text: string): number => pages.sms(text).parts;
  const estimate = estimateOf(broadcast, outlook.counts, pages.carriers(), parts);
  const view = <Ready {...{ page, broadcast, outlook, estimate }} limit={pages.aloneUpTo} />;
  return { takesTwo: outlook.takesTwo, alike: outlook.alike, view };
}
