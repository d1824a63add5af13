import type { StaffRoute } from '../../../web/staff/index.ts';
import type { Role } from '../../../web/staff/index.ts';
import { numberWords, type Update } from '../model/update.ts';
import type { PublicItems } from '../public/public-items.ts';
import type { CameStore } from '../came/came-store.ts';
import { shownDays } from '../came/shown-days.ts';
import type { BotNames } from './bot-links.ts';
import { SharePage } from './share-page.tsx';

export interface ShareDeps {
  store: { find(org: string, id: string): Promise<Update | undefined> };
  items: Pick<PublicItems, 'of'>;
  publicUrl: string;
  names: BotNames;
  came: Pick<CameStore, 'days'>;
  /** Below so many visits on a day nothing is said of how many. */
  smallest: number;
}

/** A month: what is passed on is old after it. */
const DAYS_SHOWN = 30;

/** Everybody who may read an item may pass on what is published of it. */
const SHARERS: readonly Role[] = ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'];

/** The pack for passing an item on (B10). */
export const shareRoute = ({ store, items, publicUrl, names, came, smallest }: ShareDeps): StaffRoute => ({
  method: 'get',
  path: '/updates/:id/share',
  roles: SHARERS,
  async render(ctx) {
    const id = ctx.params['id'] ?? '';
    const update = await store.find(ctx.person.org, id);
    const item = update?.number === undefined ? undefined : await items.of(numberWords(update.number));
    const days = item === undefined ? [] : shownDays(await came.days(item.number, DAYS_SHOWN), smallest);
    const back = update === undefined ? '/staff/updates' : `/staff/updates/${update.id}`;
    const page = <SharePage {...{ ctx, back, item, publicUrl, names, came: days }} />;
    return { kind: 'page', status: update === undefined ? 404 : 200, page };
  },
});
