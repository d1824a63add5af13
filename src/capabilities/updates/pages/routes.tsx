import { dayOf } from '../../../domain/clock.ts';
import { eachLang, readListState } from '../../../web/kit/index.ts';
import { csvFile, namesOf, type Role, type StaffRoute } from '../../../web/staff/index.ts';
import { STATES } from '../model/states.ts';
import { postRoutes } from '../posts/post-routes.tsx';
import { audioRoutes } from './audio-routes.ts';
import { contentForm } from './form.ts';
import { correctRoutes } from './correct-routes.tsx';
import { imageRoutes } from './image-routes.ts';
import { itemRoute } from './item-route.tsx';
import { judgeRoutes } from './judge-routes.tsx';
import { ListPage, STALE } from './list-page.tsx';
import { updateRows } from './list-rows.ts';
import type { Pages, UpdatePagesDeps } from './pages.ts';
import { UPDATES } from './texts.ts';
import { withdrawRoutes } from './withdraw-routes.tsx';
import { writeRoutes } from './write-routes.tsx';

/** Who may read the items of their organisation, whatever their state. */
export const READERS: readonly Role[] = ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'];
const A_PAGE = 25;
/** More than a campaign publishes in ten years. */
const MOST_IN_A_FILE = 5000;
/** What the list can be asked: one step of an item’s way. */
const SHAPE = {
  sorts: [],
  filters: [{ key: 'etat', options: [...STATES, STALE].map((value) => ({ value })) }],
};

/** The staff pages of updates. */
export function updateRoutes(deps: UpdatePagesDeps): StaffRoute[] {
  const slugs = new Set(deps.places.map(({ slug }) => slug));
  const pages: Pages = {
    ...deps,
    form: contentForm(deps.languages, (slug) => slugs.has(slug)),
    async pageOf(ctx, update) {
      const { languages, places, clock } = deps;
      const names = await namesOf(update?.history.map(({ by }) => by) ?? [], deps.staffName);
      const texts = UPDATES[ctx.frame.lang];
      return { ctx, texts, languages, places, today: dayOf(clock.now()), names };
    },
  };
  return [
    listRoute(pages),
    ...writeRoutes(pages),
    itemRoute(pages, READERS),
    ...judgeRoutes(pages),
    ...withdrawRoutes(pages),
    ...correctRoutes(pages),
    ...postRoutes(pages),
    ...audioRoutes(pages),
    ...imageRoutes(pages),
  ];
}

const listRoute = (pages: Pages): StaffRoute => ({
  method: 'get',
  path: '/updates',
  roles: READERS,
  shared: 'updates',
  nav: {
    label: eachLang(UPDATES, ({ menu }) => menu),
    order: 10,
    about: eachLang(UPDATES, ({ about }) => about),
  },
  async render(ctx) {
    const asked = readListState(ctx.query, SHAPE);
    const state = STATES.find((each) => each === asked.filters['etat']);
    const stale = asked.filters['etat'] === STALE;
    const { org } = ctx.person;
    const of = {
      ...{ org, others: (await pages.walls.ownersFor(org, 'updates')).filter((owner) => owner !== org) },
      ...(state === undefined ? {} : { state }),
      ...(stale ? { staleBefore: dayOf(pages.clock.now()) } : {}),
    };
    const page = await pages.pageOf(ctx);
    if (asked.file) {
      const all = await pages.store.list(of, { skip: 0, limit: MOST_IN_A_FILE });
      return csvFile('nouvelles.csv', updateRows(page, all));
    }
    const total = await pages.store.count(of);
    const last = Math.max(1, Math.ceil(total / A_PAGE));
    const at = Math.min(asked.page, last);
    const updates = await pages.store.list(of, { skip: (at - 1) * A_PAGE, limit: A_PAGE });
    return (
      <ListPage
        page={page}
        listed={{ state: stale ? STALE : state, asked, updates, total, page: at, pages: last }}
      />
    );
  },
});
