import type { VNode } from 'preact';
import { Fault, refusal } from '../../../domain/faults.ts';
import {
  onlyFields,
  seenIn,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { obstacle, RULES } from '../model/lifecycle.ts';
import { isWhole } from '../model/missing.ts';
import type { Update } from '../model/update.ts';
import { WEEKLY } from '../send/digest-due.ts';
import { mayGoAt } from '../send/night.ts';
import { whomOf } from '../subscriptions/wish.ts';
import { PublishPage, type Reach, VerifyPage } from './judge-pages.tsx';
import { itemPath, type Page } from './page.ts';
import type { Pages } from './pages.ts';
import { withItem } from './with-item.ts';

/** Verifying, rejecting and publishing. */
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
];

/** The page before a move; whoever may not make it is told at once, not after reading. */
const pageOfMove = (
  pages: Pages,
  move: 'verify' | 'publish',
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
    if (asked === 'verify') await pages.desk.refuseSameHands(ctx, update);
    return { kind: 'page', status: 200, page: await render(await pages.pageOf(ctx, update), update) };
  }),
});

type Reason = { typed: string; wrong: boolean };

const act = (
  pages: Pages,
  move: 'verify' | 'reject' | 'publish',
  flash: string,
  work: (ctx: StaffContext, update: Update) => Promise<unknown>,
  again?: (page: Page, update: Update, reason: Reason) => VNode,
): StaffRoute => ({
  method: 'post',
  path: `/updates/:id/${move}`,
  roles: RULES[move].roles,
  // What goes out in the campaign's name asks for the key.
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
    const done = move === 'publish' && update.corrects !== undefined ? 'corrected' : flash;
    return { kind: 'see_other', to: itemPath(update), flash: done };
  }),
});

const reasonIn = ({ form }: StaffContext): string => form['reason'] ?? '';

/** How many will get it at once and how many with the week's titles, and who of the former in another language. */
async function subscribersOf(
  { subscriptions, languages, clock, atNight, receipts }: Pages,
  { content, corrects }: Update,
): Promise<Reach> {
  const lacking = languages.filter((lang) => !isWhole(content, lang));
  const whom = whomOf(content);
  const had = corrects === undefined ? undefined : await receipts.count(corrects.number, corrects.version);
  const [all, weekly, ...without] = await Promise.all([
    subscriptions.count(whom),
    content.urgent === true ? 0 : subscriptions.count({ ...whom, ...WEEKLY }),
    ...lacking.map(async (lang) => ({ lang, n: await subscriptions.countBy(lang, whom) })),
  ]);
  const waits = mayGoAt(clock.now(), atNight, content.urgent === true) > clock.now();
  return { all, weekly, had, waits, without: without.filter(({ n }) => n > 0) };
}
