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
import { NATIONAL } from '../model/content.ts';
import { obstacle, WRITERS } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { EditPage } from './edit-page.tsx';
import { itemPath } from './page.ts';
import { notFound, refusedMove } from './refused-page.tsx';
import type { Pages } from './pages.ts';
import { withItem } from './with-item.ts';

/** Beginning, editing and handing in. */
export const writeRoutes = (pages: Pages): StaffRoute[] => [
  {
    method: 'get',
    path: '/updates/new',
    roles: WRITERS,
    render: async (ctx) => <EditPage page={await pages.pageOf(ctx)} typed={{ place: NATIONAL }} />,
  },
  {
    method: 'post',
    path: '/updates/new',
    roles: WRITERS,
    async act(ctx) {
      const read = pages.form.read(ctx.form, undefined, { correction: false });
      if (!read.ok) {
        const page = await pages.pageOf(ctx);
        return pageAnswer(400, <EditPage page={page} typed={ctx.form} faults={read.faults} />);
      }
      const begun = await pages.desk.begin(ctx, read.content);
      return { kind: 'see_other', to: itemPath(begun), flash: 'saved' };
    },
  },
  {
    method: 'get',
    path: '/updates/:id/edit',
    roles: WRITERS,
    render: withItem(pages, async (ctx, update) => {
      const page = await pages.pageOf(ctx, update);
      const stands = obstacle(update, 'edit', ctx.person);
      if (stands !== undefined)
        return refusedMove(page, update, refusal(stands, 'The item cannot be edited.')) ?? notFound(page);
      return pageAnswer(
        200,
        <EditPage page={page} update={update} typed={pages.form.typed(update.content)} />,
      );
    }),
  },
  {
    method: 'post',
    path: '/updates/:id/edit',
    roles: WRITERS,
    act: withItem(pages, (ctx, update) => edit(pages, ctx, update)),
  },
  {
    method: 'post',
    path: '/updates/:id/submit',
    roles: WRITERS,
    act: withItem(pages, async (ctx, update) => {
      onlyFields(ctx, ['seen']);
      await pages.desk.move(ctx, update.id, { move: 'submit', seen: seenIn(ctx) });
      return { kind: 'see_other', to: itemPath(update), flash: 'submitted' };
    }),
  },
];

async function edit(pages: Pages, ctx: StaffContext, update: Update): Promise<StaffAnswer> {
  const read = pages.form.read(ctx.form, update.content, { correction: update.corrects !== undefined });
  const page = await pages.pageOf(ctx, update);
  if (!read.ok)
    return pageAnswer(400, <EditPage page={page} update={update} typed={ctx.form} faults={read.faults} />);
  const rev = revOf(ctx);
  try {
    await pages.desk.move(ctx, update.id, { move: 'edit', rev, content: read.content });
    return { kind: 'see_other', to: itemPath(update), flash: 'saved' };
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.code !== 'changed') throw cause;
    // What was typed stays on the page, under the revision that is now there: saving again is a decision.
    const now = await pages.desk.find(ctx, update.id);
    return pageAnswer(409, <EditPage page={page} update={now} typed={ctx.form} changed />);
  }
}
