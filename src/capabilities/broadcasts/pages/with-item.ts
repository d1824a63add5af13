import { Fault } from '../../../domain/faults.ts';
import { onItem, type StaffAnswer, type StaffContext } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import type { Pages } from './pages.ts';
import { notFound, refusedMove } from './refused-page.tsx';

/** Finds the broadcast of the path within organisation and regions, and answers refusals of the desk with their page. */
export const withItem = (
  pages: Pages,
  work: (ctx: StaffContext, broadcast: Broadcast) => Promise<StaffAnswer>,
): ((ctx: StaffContext) => Promise<StaffAnswer>) =>
  onItem<Broadcast>(
    {
      find: (ctx) => findIn(pages, ctx),
      notFound: async (ctx) => notFound(await pages.pageOf(ctx)),
      refused: async (ctx, now, cause) => refusedMove(await pages.pageOf(ctx, now), now, cause),
    },
    work,
  );

async function findIn({ desk }: Pages, ctx: StaffContext): Promise<Broadcast | undefined> {
  try {
    return await desk.find(ctx, ctx.params['id'] ?? '');
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'not_found') return undefined;
    throw cause;
  }
}
