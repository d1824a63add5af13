import { dayOf } from '../../../domain/clock.ts';
import { eachLang, readListState } from '../../../web/kit/index.ts';
import { csvFile, flashesIn, type Role, type StaffRoute } from '../../../web/staff/index.ts';
import { STATES } from '../model/states.ts';
import { numberWords, type Update } from '../model/update.ts';
import { noticeId } from '../send/send-due.ts';
import type { Send } from '../send/sends-store.ts';
import { audioRoutes } from './audio-routes.tsx';
import { contentForm } from './form.ts';
import { ItemPage } from './item-page.tsx';
import { judgeRoutes } from './judge-routes.tsx';
import { ListPage, STALE } from './list-page.tsx';
import { updateRows } from './list-rows.ts';
import type { Pages, Reached, UpdatePagesDeps } from './pages.ts';
import { notFound } from './refused-page.tsx';
import { UPDATES } from './texts.ts';
import { seenUpdate } from './seen-update.ts';
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
/** Seconds after which a page about a running send looks again. */
const LOOK_AGAIN = 5;

/** The staff pages of updates. */
export function updateRoutes(deps: UpdatePagesDeps): StaffRoute[] {
  const slugs = new Set(deps.places.map(({ slug }) => slug));
  const pages: Pages = {
    ...deps,
    form: contentForm(deps.languages, (slug) => slugs.has(slug)),
    async pageOf(ctx, update) {
      const { languages, places, clock } = deps;
      const names = await namesIn(update, deps.staffName);
      const texts = UPDATES[ctx.frame.lang];
      return { ctx, texts, languages, places, today: dayOf(clock.now()), names };
    },
  };
  return [
    listRoute(pages),
    ...writeRoutes(pages),
    itemRoute(pages),
    ...judgeRoutes(pages),
    ...audioRoutes(pages),
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

const itemRoute = (pages: Pages): StaffRoute => ({
  method: 'get',
  path: '/updates/:id',
  roles: READERS,
  shared: 'updates',
  flashes: flashesIn('success', UPDATES, ({ flashes }) => flashes),
  async render(ctx) {
    const found = await seenUpdate(pages, ctx);
    if (found === undefined) return notFound(await pages.pageOf(ctx));
    const { update, page: shown } = found;
    const { publication } = update;
    const send = publication === undefined ? null : await pages.sends.find(update.id, publication.version);
    const reached = send === null ? undefined : await reachedBy(pages, update, send);
    const page = <ItemPage page={shown} update={update} send={send} reached={reached} />;
    const underWay = publication !== undefined && !update.demo && (send === null || send.state === 'running');
    return { kind: 'page', status: 200, page, ...(underWay ? { again: LOOK_AGAIN } : {}) };
  },
});

/** What platforms have told of the messages of a send. */
const reachedBy = async (
  { reached }: Pages,
  { number }: Update,
  { version }: Send,
): Promise<Reached | undefined> =>
  number === undefined ? undefined : reached?.(noticeId(numberWords(number), version));

async function namesIn(
  update: Update | undefined,
  staffName: UpdatePagesDeps['staffName'],
): Promise<ReadonlyMap<string, string>> {
  const accounts = [...new Set(update?.history.map(({ by }) => by) ?? [])];
  const names = await Promise.all(accounts.map(async (id) => [id, await staffName(id)] as const));
  return new Map(names.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}
