import type { StaffRoute } from '../../../web/staff/index.ts';
import { INBOX_ROLES } from '../ports.ts';
import { actRoutes } from './act-routes.tsx';
import { cannedRoutes } from './canned-routes.tsx';
import { listState } from './filter.ts';
import { fileRoutes } from './file-routes.tsx';
import { identityRoutes } from './identity-routes.tsx';
import { labelled } from './flashes.ts';
import { ListPage } from './list-page.tsx';
import { INBOX_PATH, type PagesDeps, pageOf } from './page.ts';
import { replyRoutes } from './reply-routes.tsx';
import { threadRoutes } from './thread-routes.tsx';

/** Before everything else in the menu: somebody waits there. */
const MENU_ORDER = 5;

/** The pages of the inbox (W2). */
export const inboxRoutes = (deps: PagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/inbox',
    roles: INBOX_ROLES,
    nav: { label: labelled('menu'), order: MENU_ORDER, about: labelled('about') },
    async render(ctx) {
      const page = pageOf(deps, ctx);
      const { filter, page: wanted } = listState(ctx.query);
      const mark = await page.inbox.stamp();
      const [found, counts, tags] = await Promise.all([
        page.inbox.list(filter, wanted),
        page.inbox.counts(),
        page.inbox.tags(),
      ]);
      return <ListPage page={page} filter={filter} found={found} counts={counts} tags={tags} mark={mark} />;
    },
  },
  {
    method: 'get',
    path: '/inbox/live',
    roles: INBOX_ROLES,
    render(ctx) {
      const { inbox } = pageOf(deps, ctx);
      const { org, regions = ['*'] } = ctx.person;
      const topic = `inbox/${org}/${regions.join(',')}`;
      return { kind: 'live', page: INBOX_PATH, topic, mark: () => inbox.stamp() };
    },
  },
  ...threadRoutes(deps),
  ...fileRoutes(deps),
  ...replyRoutes(deps),
  ...actRoutes(deps),
  ...identityRoutes(deps),
  ...cannedRoutes(deps),
];
