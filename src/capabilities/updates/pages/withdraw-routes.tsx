import { Fault, refusal } from '../../../domain/faults.ts';
import {
  onlyFields,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { obstacle, RULES } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { itemPath } from './page.ts';
import type { Pages } from './pages.ts';
import { WithdrawPage, type Withdrawing } from './withdraw-page.tsx';
import { withItem } from './with-item.ts';

/** Taking an item back. It asks for no key: harm must be stopped fast. */
export const withdrawRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'get',
    path: '/updates/:id/withdraw',
    roles: RULES.withdraw.roles,
    render: withItem(pages, (ctx, update) => {
      const stands = obstacle(update, 'withdraw', ctx.person);
      if (stands !== undefined) throw refusal(stands, 'The item cannot be withdrawn.');
      return withdrawPage(pages, ctx, update, 200);
    }),
  },
  {
    method: 'post',
    path: '/updates/:id/withdraw',
    roles: RULES.withdraw.roles,
    act: withItem(pages, async (ctx, update) => {
      onlyFields(ctx, ['reason', 'cause']);
      const { reason = '', cause = '' } = ctx.form;
      try {
        await pages.withdraw(ctx, update, { reason, cause });
      } catch (failed) {
        const code = failed instanceof Fault ? failed.code : undefined;
        if (code !== 'reason_missing' && code !== 'cause_missing') throw failed;
        const wrong = code === 'reason_missing' ? 'reason' : 'cause';
        return withdrawPage(pages, ctx, update, 400, { typed: reason, cause, wrong });
      }
      return { kind: 'see_other', to: itemPath(update), flash: 'withdrawn' };
    }),
  },
];

async function withdrawPage(
  pages: Pages,
  ctx: StaffContext,
  update: Update,
  status: number,
  asked?: Withdrawing,
): Promise<StaffAnswer> {
  const { number, publication } = update;
  const had =
    number === undefined || publication === undefined
      ? 0
      : await pages.receipts.count(number, publication.version);
  const page = await pages.pageOf(ctx, update);
  return { kind: 'page', status, page: <WithdrawPage {...{ page, update, had, asked }} /> };
}
