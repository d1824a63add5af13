import { flashesIn, type Role, type StaffRoute } from '../../../web/staff/index.ts';
import { isUnderWay } from '../posts/post.ts';
import { POSTS } from '../posts/texts.ts';
import { itemFacts } from './item-facts.ts';
import { ItemPage } from './item-page.tsx';
import type { Pages } from './pages.ts';
import { notFound } from './refused-page.tsx';
import { seenUpdate } from './seen-update.ts';
import { UPDATES } from './texts.ts';

/** Seconds after which a page about a running send looks again. */
const LOOK_AGAIN = 5;

/** The page of one item, for whoever may read it. */
export const itemRoute = (pages: Pages, readers: readonly Role[]): StaffRoute => ({
  method: 'get',
  path: '/updates/:id',
  roles: readers,
  shared: 'updates',
  flashes: {
    ...flashesIn('success', UPDATES, ({ flashes }) => flashes),
    ...flashesIn('success', POSTS, ({ flashes }) => flashes),
  },
  async render(ctx) {
    const found = await seenUpdate(pages, ctx);
    if (found === undefined) return notFound(await pages.pageOf(ctx));
    const { update, page: shown } = found;
    const facts = await itemFacts(pages, ctx, update);
    const { fate, send, seen } = facts;
    // What was replaced or withdrawn before it began is not sent any more.
    const goesOut = send === null ? update.state === 'published' : send.state === 'running';
    const sending = goesOut && !update.demo && !facts.rests;
    const telling =
      fate !== undefined && !fate.rests && (fate.send === null || fate.send.state === 'running');
    const posting = seen !== undefined && (seen.stale || isUnderWay(seen.post));
    return {
      ...{ kind: 'page', status: 200, page: <ItemPage {...{ page: shown, update, ...facts }} /> },
      ...(sending || telling || posting ? { again: LOOK_AGAIN } : {}),
    };
  },
});
