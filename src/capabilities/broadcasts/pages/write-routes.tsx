import { Fault, refusal } from '../../../domain/faults.ts';
import {
  onlyFields,
  pageAnswer,
  revOf,
  seenIn,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { obstacle, WRITERS } from '../model/lifecycle.ts';
import { AUDIENCE_FIELDS, readAudience, typedAudience } from './audience-form.tsx';
import { EditPage, type EditPageProps } from './edit-page.tsx';
import { type FormRules, readForm, typedOf } from './form.ts';
import { itemPath } from './page.ts';
import type { Pages } from './pages.ts';
import { withItem } from './with-item.ts';

/** Beginning, editing and handing in. */
export const writeRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'get',
    path: '/broadcasts/new',
    roles: WRITERS,
    render: (ctx) => edit(pages, ctx, 200, { typed: {} }),
  },
  {
    method: 'post',
    path: '/broadcasts/new',
    roles: WRITERS,
    async act(ctx) {
      const read = readForm(ctx.form, rulesOf(pages, ctx), pages.clock.now());
      if (!read.ok) return edit(pages, ctx, 400, { typed: ctx.form, faults: read.faults });
      const begun = await pages.desk.begin(ctx, read.draft);
      return { kind: 'see_other', to: itemPath(begun), flash: 'saved' };
    },
  },
  {
    method: 'get',
    path: '/broadcasts/:id/edit',
    roles: WRITERS,
    render: withItem(pages, async (ctx, broadcast) => {
      const stands = obstacle(broadcast, 'edit', ctx.person, pages.clock.now());
      if (stands !== undefined) throw refusal(stands, 'The broadcast cannot be edited.');
      const typed = { ...typedOf(broadcast), ...typedAudience(broadcast.audience) };
      return edit(pages, ctx, 200, { broadcast, typed });
    }),
  },
  {
    method: 'post',
    path: '/broadcasts/:id/edit',
    roles: WRITERS,
    act: withItem(pages, (ctx, broadcast) => save(pages, ctx, broadcast)),
  },
  {
    method: 'post',
    path: '/broadcasts/:id/submit',
    roles: WRITERS,
    act: withItem(pages, async (ctx, broadcast) => {
      onlyFields(ctx, ['seen']);
      await pages.desk.move(ctx, broadcast.id, { move: 'submit', seen: seenIn(ctx) });
      return { kind: 'see_other', to: itemPath(broadcast), flash: 'submitted' };
    }),
  },
];

async function save(pages: Pages, ctx: StaffContext, broadcast: Broadcast): Promise<StaffAnswer> {
  const read = readForm(ctx.form, rulesOf(pages, ctx), pages.clock.now());
  if (!read.ok) return edit(pages, ctx, 400, { broadcast, typed: ctx.form, faults: read.faults });
  try {
    await pages.desk.move(ctx, broadcast.id, { move: 'edit', rev: revOf(ctx), draft: read.draft });
    return { kind: 'see_other', to: itemPath(broadcast), flash: 'saved' };
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.code !== 'changed') throw cause;
    // What was typed stays on the page, under the revision that is now there: saving again is a decision.
    const now = await pages.desk.find(ctx, broadcast.id);
    return edit(pages, ctx, 409, { broadcast: now, typed: ctx.form, changed: true });
  }
}

async function edit(
  pages: Pages,
  ctx: StaffContext,
  status: number,
  props: Omit<EditPageProps, 'page' | 'channels'>,
): Promise<StaffAnswer> {
  const page = await pages.pageOf(ctx, props.broadcast);
  const channels = pages.carriers().map(({ id }) => id);
  return pageAnswer(
    status,
    <EditPage {...props} page={{ ...page, regions: regionsOf(pages, ctx) }} channels={channels} />,
  );
}

/** A coordinator chooses among their own. */
const regionsOf = ({ regions }: Pages, { person }: StaffContext): Pages['regions'] =>
  regions.filter(({ slug }) => person.regions?.includes(slug) !== false);

const rulesOf = (pages: Pages, ctx: StaffContext): FormRules => ({
  ...{ languages: pages.languages, ours: pages.ours },
  audience: {
    fields: AUDIENCE_FIELDS,
    read: (form) =>
      readAudience(form, {
        ...{ languages: pages.languages, regions: regionsOf(pages, ctx) },
        channels: pages.carriers().map(({ id }) => id),
      }),
  },
});
