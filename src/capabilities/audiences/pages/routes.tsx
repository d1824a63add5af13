import { eachLang } from '../../../web/kit/index.ts';
import {
  flashesIn,
  onlyFields,
  pageAnswer,
  revOf,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { pageLang } from '../builder/page-lang.ts';
import { AUDIENCE_READERS, AUDIENCE_WRITERS } from '../saved/desk.ts';
import type { SavedAudience } from '../saved/saved.ts';
import { DeletePage } from './delete-page.tsx';
import { LIST, audiencePath } from './edit-page.tsx';
import { ListPage } from './list-page.tsx';
import { type AudiencePagesDeps, pageOf } from './pages.ts';
import { AUDIENCE_WORDS } from './texts.ts';
import { withinBorders, withSaved } from './with-saved.tsx';
import { MAX_NAME, writeRoutes } from './write-routes.tsx';

/** The staff pages of audiences. */
export function audienceRoutes(deps: AudiencePagesDeps): StaffRoute[] {
  return [listRoute(deps), ...writeRoutes(deps), copyRoute(deps), ...deleteRoutes(deps)];
}

const listRoute = (deps: AudiencePagesDeps): StaffRoute => ({
  method: 'get',
  path: '/audiences',
  roles: AUDIENCE_READERS,
  nav: {
    label: eachLang(AUDIENCE_WORDS, ({ menu }) => menu),
    order: 12,
    about: eachLang(AUDIENCE_WORDS, ({ about }) => about),
  },
  flashes: flashesIn('success', AUDIENCE_WORDS, ({ flashes }) => flashes),
  async render(ctx) {
    const { audiences, desk, usedBy } = deps;
    const saved = await desk.list(ctx);
    const uses = await usedBy(
      ctx,
      saved.map(({ id }) => id),
    );
    const listed = [];
    // One after the other: each is a pass over everybody.
    for (const each of saved) {
      const { reachable } = await audiences.shown(each.audience, withinBorders(ctx, each));
      const words = audiences.describe(each.audience, pageLang(ctx.frame.lang));
      listed.push({ saved: each, words, reachable, uses: uses.get(each.id) ?? [] });
    }
    return <ListPage page={await pageOf(deps, ctx, saved)} listed={listed} smallest={audiences.smallest} />;
  },
});

const copyRoute = (deps: AudiencePagesDeps): StaffRoute => ({
  method: 'post',
  path: '/audiences/:id/copy',
  roles: AUDIENCE_WRITERS,
  act: withSaved(deps, async (ctx, saved) => {
    onlyFields(ctx, []);
    const name = AUDIENCE_WORDS[ctx.frame.lang].copyOf(saved.name).slice(0, MAX_NAME);
    const copy = await deps.desk.copy(ctx, saved, name);
    return { kind: 'see_other', to: audiencePath(copy, '/edit'), flash: 'copied' };
  }),
});

const deleteRoutes = (deps: AudiencePagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/audiences/:id/delete',
    roles: AUDIENCE_WRITERS,
    render: withSaved(deps, async (ctx, saved) => deletePage(deps, ctx, 200, saved)),
  },
  {
    method: 'post',
    path: '/audiences/:id/delete',
    roles: AUDIENCE_WRITERS,
    act: withSaved(deps, async (ctx, saved) => {
      onlyFields(ctx, ['rev']);
      // What was on the page is not what stands there now: look again.
      if (revOf(ctx) !== saved.rev) return deletePage(deps, ctx, 409, saved);
      await deps.desk.remove(ctx, saved);
      return { kind: 'see_other', to: LIST, flash: 'deleted' };
    }),
  },
];

async function deletePage(
  deps: AudiencePagesDeps,
  ctx: StaffContext,
  status: number,
  saved: SavedAudience,
): Promise<StaffAnswer> {
  const uses = (await deps.usedBy(ctx, [saved.id])).get(saved.id) ?? [];
  const words = deps.audiences.describe(saved.audience, pageLang(ctx.frame.lang));
  return pageAnswer(
    status,
    <DeletePage page={await pageOf(deps, ctx, [saved])} {...{ saved, words, uses }} />,
  );
}
