import { eachLang, readListState } from '../../../web/kit/index.ts';
import { isRegional, namesOf, type StaffRoute } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { READERS } from '../model/lifecycle.ts';
import { decideRoutes } from './decide-routes.tsx';
import { itemRoutes } from './item-route.tsx';
import { type Group, GROUPS, ListPage } from './list-page.tsx';
import type { BroadcastPagesDeps, Pages } from './pages.ts';
import { trialRoutes } from '../testers/pages/routes.tsx';
import { stopRoutes } from './stop-routes.tsx';
import { BROADCAST_WORDS } from './texts.ts';
import { writeRoutes } from './write-routes.tsx';

const A_PAGE = 25;
const SHAPE = {
  sorts: [],
  filters: [{ key: 'etat', options: Object.keys(GROUPS).map((value) => ({ value })) }],
};

/** The staff pages of broadcasts. */
export function broadcastRoutes(deps: BroadcastPagesDeps): StaffRoute[] {
  const pages: Pages = {
    ...deps,
    async pageOf(ctx, broadcast) {
      const { languages, regions, clock } = deps;
      const { lang } = ctx.frame;
      return {
        ...{ ctx, texts: BROADCAST_WORDS[lang], languages, regions, now: clock.now() },
        smallest: deps.audiences.smallest,
        names: await namesOf(accountsIn(broadcast), deps.staffName),
        channelName: (channel) => deps.choosing.nameOf(ctx)('channel', channel),
        describe: ({ audience }) => deps.audiences.describe(audience, lang === 'fr' ? 'fr' : 'en'),
      };
    },
  };
  return [
    listRoute(pages),
    ...writeRoutes(pages),
    ...trialRoutes(pages),
    ...itemRoutes(pages),
    ...decideRoutes(pages),
    ...stopRoutes(pages),
  ];
}

const listRoute = (pages: Pages): StaffRoute => ({
  method: 'get',
  path: '/broadcasts',
  roles: READERS,
  nav: {
    label: eachLang(BROADCAST_WORDS, ({ menu }) => menu),
    order: 11,
    about: eachLang(BROADCAST_WORDS, ({ about }) => about),
  },
  async render(ctx) {
    const asked = readListState(ctx.query, SHAPE);
    const group = (Object.keys(GROUPS) as Group[]).find((each) => each === asked.filters['etat']);
    const { org, role, regions = [] } = ctx.person;
    const of = {
      org,
      ...(group === undefined ? {} : { states: GROUPS[group] }),
      ...(isRegional(role) ? { regions } : {}),
    };
    const total = await pages.store.count(of);
    const last = Math.max(1, Math.ceil(total / A_PAGE));
    const at = Math.min(asked.page, last);
    const broadcasts = await pages.store.list(of, { skip: (at - 1) * A_PAGE, limit: A_PAGE });
    const page = await pages.pageOf(ctx);
    return <ListPage page={page} listed={{ group, asked, broadcasts, total, page: at, pages: last }} />;
  },
});

/** What the house did has no name. */
const accountsIn = (broadcast?: Broadcast): string[] =>
  broadcast?.history.flatMap(({ by }) => (by === '' ? [] : [by])) ?? [];
