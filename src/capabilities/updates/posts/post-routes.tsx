import { Fault, refusal } from '../../../domain/faults.ts';
import {
  onlyFields,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { RULES } from '../model/lifecycle.ts';
import { numberWords, type Update } from '../model/update.ts';
import { itemPath } from '../pages/page.ts';
import type { Pages } from '../pages/pages.ts';
import { withItem } from '../pages/with-item.ts';
import { itemFacts } from '../pages/item-facts.ts';
import { ItemPage } from '../pages/item-page.tsx';
import { PostPage } from './post-page.tsx';
import { postText } from './post-text.ts';

/** Posting an item on the public board, and telling what became of a post in doubt (B10). */
export const postRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'get',
    path: '/updates/:id/post',
    roles: RULES.publish.roles,
    render: withItem(pages, async (ctx, update) => {
      const { board, item } = await toPost(pages, update);
      const standing = await pages.posting.standing(board);
      const words = postText(item, pages.postLink(item.number), board.longest);
      const page = await pages.pageOf(ctx, update);
      return { kind: 'page', status: 200, page: <PostPage {...{ page, update, board, standing, words }} /> };
    }),
  },
  {
    method: 'post',
    path: '/updates/:id/post',
    roles: RULES.publish.roles,
    confirm: 'with_key',
    act: withItem(pages, async (ctx, update) => {
      onlyFields(ctx, ['not_there']);
      const isAbsent = ctx.form['not_there'] === '1';
      if (isAbsent && update.state === 'withdrawn') {
        await pages.posting.notThere(ctx, update);
        return { kind: 'see_other', to: itemPath(update), flash: 'absent' };
      }
      await pages.posting.order(ctx, update, isAbsent);
      return { kind: 'see_other', to: itemPath(update), flash: 'posting' };
    }),
  },
  {
    method: 'post',
    path: '/updates/:id/post/found',
    roles: RULES.publish.roles,
    act: withItem(pages, async (ctx, update) => {
      onlyFields(ctx, ['message']);
      const { message: link = '' } = ctx.form;
      try {
        await pages.posting.found(ctx, update, link);
      } catch (cause) {
        const status = cause instanceof Fault ? LINK_FAULTS[cause.code] : undefined;
        if (!(cause instanceof Fault) || status === undefined) throw cause;
        return again(pages, ctx, update, { status, link, fault: cause.code });
      }
      return { kind: 'see_other', to: itemPath(update), flash: 'found' };
    }),
  },
];

/** What was typed is asked for once more. */
const LINK_FAULTS: Readonly<Record<string, number>> = { bad_link: 400, not_ours: 409, board_silent: 503 };

async function toPost({ posting, publicItem }: Pages, update: Update) {
  const board = posting.board();
  if (board === undefined) throw refusal('no_board', 'No board is set.');
  if (update.demo) throw refusal('example', 'An example is not posted.');
  if (update.state !== 'published' || update.number === undefined)
    throw refusal('wrong_state', 'The item is not published.');
  const post = await posting.of(update);
  if (post !== null && post.state !== 'failed' && post.state !== 'gone')
    throw refusal(post.state === 'unknown' ? 'in_doubt' : 'posted_already', 'The item has a post.');
  const item = await publicItem(numberWords(update.number));
  if (item === undefined) throw refusal('wrong_state', 'The item is not in the log.');
  return { board, item };
}

async function again(
  pages: Pages,
  ctx: StaffContext,
  update: Update,
  { status, ...given }: { status: number; link: string; fault: string },
): Promise<StaffAnswer> {
  const [page, facts] = [await pages.pageOf(ctx, update), await itemFacts(pages, ctx, update)];
  return { kind: 'page', status, page: <ItemPage {...{ page, update, ...facts, given }} /> };
}
