import type { StaffContext } from '../../../web/staff/index.ts';
import { asGuest } from '../../wall.ts';
import type { Update } from '../model/update.ts';
import type { Page } from './page.ts';
import type { Pages } from './pages.ts';

/**
 * Finds the item of the path for somebody who reads it: their own organisation's, or what another one shares once it is
 * more than a draft. That one is a guest's page: nothing can be done on it, and nobody of theirs is named.
 */
export async function seenUpdate(
  pages: Pages,
  ctx: StaffContext,
): Promise<{ update: Update; page: Page } | undefined> {
  const { org } = ctx.person;
  for (const owner of await pages.walls.ownersFor(org, 'updates')) {
    const update = await pages.store.find(owner, ctx.params['id'] ?? '');
    if (update === undefined) continue;
    if (owner === org) return { update, page: await pages.pageOf(ctx, update) };
    if (update.state !== 'draft') return { update, page: await pages.pageOf(asGuest(ctx)) };
  }
  return undefined;
}
