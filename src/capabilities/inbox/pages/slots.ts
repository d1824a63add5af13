import type { StaffSlots } from '../../../web/staff/index.ts';
import { INBOX_ROLES, type InboxParts } from '../ports.ts';
import { listPath } from './filter.ts';
import { INBOX } from './texts.ts';

/** What of the inbox waits for whom: whoever may be in danger first, then who has no answer yet (W1). */
export const inboxSlots = ({ inboxOf }: Pick<InboxParts, 'inboxOf'>): StaffSlots => ({
  async needs(ctx) {
    const { id, role, org, regions } = ctx.person;
    if (!INBOX_ROLES.some((each) => each === role)) return [];
    const { red, waiting, mine, asOf } = await inboxOf({ id, role, org, regions }, ctx.audit).counts();
    const texts = INBOX[ctx.frame.lang].needs;
    return [
      {
        key: 'inbox.red',
        count: red,
        words: texts.red(red),
        href: listPath({ queue: 'red' }),
        level: 'red',
        asOf,
      },
      {
        ...{ key: 'inbox.waiting', count: waiting, words: texts.waiting(waiting) },
        ...{ href: listPath({ queue: 'waiting' }), level: 'amber', asOf },
      },
      {
        ...{ key: 'inbox.mine', count: mine, words: texts.mine(mine) },
        ...{ href: listPath({ queue: 'mine' }), level: 'calm', asOf },
      },
    ];
  },
});
