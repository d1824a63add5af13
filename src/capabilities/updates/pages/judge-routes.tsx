import type { VNode } from 'preact';
import { Fault, refusal } from '../../../domain/faults.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { type Move, obstacle, RULES } from '../model/lifecycle.ts';
import { isWhole } from '../model/missing.ts';
import type { Update } from '../model/update.ts';
import { PublishPage, VerifyPage, WithdrawPage } from './judge-pages.tsx';
import { itemPath, type Page } from './page.ts';
import type { Pages } from './pages.ts';
import { onlyFields, withItem } from './with-item.ts';

/** Verifying, rejecting, publishing and withdrawing. */
export const judgeRoutes = (pages: Pages): StaffRoute[] => [
  pageOfMove(pages, 'verify', async (page, update) => <VerifyPage page={page} update={update} />),
  act(pages, 'verify', 'verified', (ctx, update) =>
    pages.desk.move(ctx, update.id, { move: 'verify', seen: seenIn(ctx) }),
  ),
  act(
    pages,
    'reject',
    'rejected',
    (ctx, update) =>
      pages.desk.move(ctx, update.id, { move: 'reject', seen: seenIn(ctx), reason: reasonIn(ctx) }),
    (page, update, reason) => <VerifyPage page={page} update={update} reason={reason} />,
  ),
  pageOfMove(pages, 'publish', async (page, update) => (
    <PublishPage page={page} update={update} subscribers={await subscribersOf(pages, update)} />
  )),
  act(pages, 'publish', 'published', (ctx, update) => pages.publish(ctx, update, { seen: seenIn(ctx) })),
  pageOfMove(pages, 'withdraw', async (page, update) => <WithdrawPage page={page} update={update} />),
  act(
    pages,
    'withdraw',
    'withdrawn',
    (ctx, update) => pages.desk.move(ctx, update.id, { move: 'withdraw', reason: reasonIn(ctx) }),
    (page, update, reason) => <WithdrawPage page={page} update={update} reason={reason} />,
  ),
];

/** The page before a move; whoever may not make it is told at once, not after reading. */
const pageOfMove = (
  pages: Pages,
  move: 'verify' | 'publish' | 'withdraw',
  render: (page: Page, update: Update) => Promise<VNode>,
): StaffRoute => ({
  method: 'get',
  path: `/updates/:id/${move}`,
  roles: RULES[move].roles,
  render: withItem(pages, async (ctx, update) => {
    // A verified item may still be rejected, on the same page.
    const asked = move === 'verify' && update.state === 'verified' ? 'reject' : move;
    const stands = obstacle(update, asked, ctx.person);
    if (stands !== undefined) throw refusal(stands, 'The move cannot be made.');
    return { kind: 'page', status: 200, page: await render(await pages.pageOf(ctx, update), update) };
  }),
});

type Reason = { typed: string; wrong: boolean };

const act = (
  pages: Pages,
  move: Exclude<Move, 'edit' | 'submit'>,
  flash: string,
  work: (ctx: StaffContext, update: Update) => Promise<unknown>,
  again?: (page: Page, update: Update, reason: Reason) => VNode,
): StaffRoute => ({
  method: 'post',
  path: `/updates/:id/${move}`,
  roles: RULES[move].roles,
  // What goes out in the campaign's name asks for the key; what takes it back must not wait for one.
  ...(move === 'verify' || move === 'publish' ? { confirm: 'with_key' } : {}),
  act: withItem(pages, async (ctx, update): Promise<StaffAnswer> => {
    onlyFields(ctx, ['seen', 'reason']);
    try {
      await work(ctx, update);
    } catch (cause) {
      if (again === undefined || !(cause instanceof Fault) || cause.code !== 'reason_missing') throw cause;
      const reason = { typed: reasonIn(ctx), wrong: true };
      return { kind: 'page', status: 400, page: again(await pages.pageOf(ctx, update), update, reason) };
    }
    return { kind: 'see_other', to: itemPath(update), flash };
  }),
});

/** Whoever sends no hash has seen nothing. */
const seenIn = ({ form }: StaffContext): string => form['seen'] ?? '';
const reasonIn = ({ form }: StaffContext): string => form['reason'] ?? '';

/** How many will get it, and how many of them in another language than theirs. */
async function subscribersOf({ subscriptions, languages }: Pages, { content }: Update) {
  const lacking = languages.filter((lang) => !isWhole(content, lang));
  const [all, ...without] = await Promise.all([
    subscriptions.count(),
    ...lacking.map(async (lang) => ({ lang, n: await subscriptions.countBy(lang) })),
  ]);
  return { all, without: without.filter(({ n }) => n > 0) };
}
