import type { VNode } from 'preact';
import { Button, StaffPage } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { ShownAccount } from './shown.ts';
import { ACCOUNTS } from './texts.ts';

/** Asks once more before somebody's password and second factor are worth nothing any more. */
export function ResetPage({ ctx, account }: { ctx: StaffContext; account: ShownAccount }): VNode {
  const texts = ACCOUNTS[ctx.frame.lang];
  const path = `/staff/accounts/${account.id}`;
  return (
    <StaffPage {...ctx.frame} title={texts.resetAsk(account.name)} lead={texts.resetLead}>
      <form class="form" method="post" action={`${path}/credentials`}>
        <Button look="danger">{texts.reset}</Button>
        <p>
          <a href={path}>{texts.resetNot}</a>
        </p>
      </form>
    </StaffPage>
  );
}
