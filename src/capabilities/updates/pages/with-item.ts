import { onItem, type StaffAnswer, type StaffContext } from '../../../web/staff/index.ts';
import type { Update } from '../model/update.ts';
import type { Pages } from './pages.ts';
import { notFound, refusedMove } from './refused-page.tsx';

/** Finds the item of the path within the organisation, and answers refusals of the desk with their page. */
export const withItem = (
  pages: Pages,
  work: (ctx: StaffContext, update: Update) => Promise<StaffAnswer>,
): ((ctx: StaffContext) => Promise<StaffAnswer>) =>
  onItem<Update>(
    {
      find: ({ person, params }) => pages.store.find(person.org, params['id'] ?? ''),
      notFound: async (ctx) => notFound(await pages.pageOf(ctx)),
      refused: async (ctx, now, cause) => refusedMove(await pages.pageOf(ctx, now), now, cause),
    },
    work,
  );
