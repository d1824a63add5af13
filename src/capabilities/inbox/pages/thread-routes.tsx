import { NothingHere } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { INBOX_ROLES } from '../ports.ts';
import { THREAD_FLASHES } from './flashes.ts';
import { INBOX_PATH, type Page, type PagesDeps, pageOf, threadPath } from './page.ts';
import { mayAssign } from './panel.tsx';
import { ThreadPage } from './thread-page.tsx';

const KEY_BYTES = 16;

/** One thread: its page, which shows what a citizen wrote, and the stream that tells of news in it. */
export const threadRoutes = (deps: PagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/inbox/:thread',
    roles: INBOX_ROLES,
    reads: 'A',
    flashes: THREAD_FLASHES,
    render: (ctx) => show(deps, ctx),
  },
  {
    method: 'get',
    path: '/inbox/:thread/live',
    roles: INBOX_ROLES,
    async render(ctx) {
      const page = pageOf(deps, ctx);
      const id = threadId(ctx);
      // Whoever may not see the thread is told nothing of it, not even that it moves.
      if ((await page.inbox.thread(id)) === null) return notFound(page);
      return { kind: 'live', page: threadPath(id), topic: `thread/${id}`, mark: () => page.inbox.stamp(id) };
    },
  },
];

async function show(deps: PagesDeps, ctx: StaffContext): Promise<StaffAnswer> {
  const page = pageOf(deps, ctx);
  const { inbox, parts } = page;
  const id = threadId(ctx);
  const mark = await inbox.stamp(id);
  const thread = await inbox.thread(id);
  if (thread === null) return notFound(page);
  const { role, org, regions } = ctx.person;
  const [steps, colleagues, tags, canned] = await Promise.all([
    thread.with === 'staff' ? inbox.steps(id) : [],
    mayAssign(page) ? inbox.colleagues() : [],
    inbox.tags(),
    parts.cannedOf({ id: ctx.person.id, role, org, regions }, ctx.audit).list(),
  ]);
  const formKey = deps.chance.token(KEY_BYTES);
  const made = { page, thread, steps, colleagues, tags, canned, mark, formKey };
  return { kind: 'page', status: 200, page: <ThreadPage {...made} /> };
}

/** Anything but an id of ours is one of nobody's. */
export const threadId = ({ params }: StaffContext): string => {
  const id = params['thread'] ?? '';
  return /^[0-9a-f]{32}$/u.test(id) ? id : '0'.repeat(32);
};

/** A thread of another organisation, or of other regions, is as little there as one that never was (T36). */
export const notFound = ({ ctx, texts }: Page): StaffAnswer => ({
  kind: 'page',
  status: 404,
  page: <NothingHere frame={ctx.frame} back={INBOX_PATH} texts={texts} />,
});
