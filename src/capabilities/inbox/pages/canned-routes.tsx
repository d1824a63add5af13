import { eachLang, NothingHere } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { type CannedDone, type CannedReplies, type CannedReply, INBOX_ROLES } from '../ports.ts';
import {
  CANNED_PATH,
  CannedFormPage,
  CannedListPage,
  CannedRemovePage,
  type TypedCanned,
} from './canned-pages.tsx';
import { type Page, type PagesDeps, pageOf } from './page.ts';
import { INBOX } from './texts.ts';

type WhyNot = Extract<CannedDone, { kind: 'refused' }>['why'];

/** Canned replies, kept among the settings: a list, a form, and one more question before one is gone. */
export function cannedRoutes(deps: PagesDeps): StaffRoute[] {
  const open = (ctx: StaffContext): { page: Page; replies: CannedReplies } => {
    const { id, role, org, regions } = ctx.person;
    return { page: pageOf(deps, ctx), replies: deps.parts.cannedOf({ id, role, org, regions }, ctx.audit) };
  };
  const withReply =
    (
      answer: (page: Page, reply: CannedReply, replies: CannedReplies) => StaffAnswer | Promise<StaffAnswer>,
    ) =>
    async (ctx: StaffContext): Promise<StaffAnswer> => {
      const { page, replies } = open(ctx);
      const reply = await replies.find(ctx.params['reply'] ?? '');
      return reply === null ? notFound(page) : answer(page, reply, replies);
    };
  return [
    {
      method: 'get',
      path: '/replies',
      roles: INBOX_ROLES,
      nav: { label: word('menu'), order: 20, about: word('about'), under: 'house' },
      flashes: {
        saved: { tone: 'success', text: eachLang(INBOX, ({ replies }) => replies.flashes.saved) },
        removed: { tone: 'success', text: eachLang(INBOX, ({ replies }) => replies.flashes.removed) },
      },
      async render(ctx) {
        const { page, replies } = open(ctx);
        return <CannedListPage page={page} replies={await replies.list()} />;
      },
    },
    {
      method: 'get',
      path: '/replies/new',
      roles: INBOX_ROLES,
      render: (ctx) => (
        <CannedFormPage page={open(ctx).page} id={null} typed={{ title: '', texts: {}, rev: 0 }} />
      ),
    },
    {
      method: 'post',
      path: '/replies/new',
      roles: INBOX_ROLES,
      act(ctx) {
        const { page, replies } = open(ctx);
        return save(page, replies, null);
      },
    },
    {
      method: 'get',
      path: '/replies/:reply',
      roles: INBOX_ROLES,
      render: withReply((page, reply) => ({
        ...shown,
        page: <CannedFormPage page={page} id={reply.id} typed={reply} />,
      })),
    },
    {
      method: 'post',
      path: '/replies/:reply',
      roles: INBOX_ROLES,
      act(ctx) {
        const { page, replies } = open(ctx);
        return save(page, replies, ctx.params['reply'] ?? '');
      },
    },
    {
      method: 'get',
      path: '/replies/:reply/remove',
      roles: INBOX_ROLES,
      render: withReply((page, reply) => ({
        ...shown,
        page: <CannedRemovePage page={page} reply={reply} />,
      })),
    },
    {
      method: 'post',
      path: '/replies/:reply/remove',
      roles: INBOX_ROLES,
      act: withReply(async (page, reply, replies) => {
        const done = await replies.remove(reply.id, typedOf(page).rev);
        if (done.kind === 'done') return { kind: 'see_other', to: CANNED_PATH, flash: 'removed' };
        const error = page.texts.replies.whyNot[done.why];
        return { ...refusedAs(done.why), page: <CannedRemovePage page={page} reply={reply} error={error} /> };
      }),
    },
  ];
}

async function save(page: Page, replies: CannedReplies, id: string | null): Promise<StaffAnswer> {
  const { rev, ...form } = typedOf(page);
  const done = await replies.save(id, form, rev);
  if (done.kind === 'done') return { kind: 'see_other', to: CANNED_PATH, flash: 'saved' };
  const error = page.texts.replies.whyNot[done.why];
  // What somebody deleted in between can be saved as a new one: nothing that was typed is lost.
  const again = done.why === 'no_such_reply' ? null : id;
  return {
    ...refusedAs(done.why),
    page: <CannedFormPage page={page} id={again} typed={{ ...form, rev }} error={error} />,
  };
}

/** What the form brought; a language that is none of ours is left out. */
function typedOf({ ctx, parts }: Page): TypedCanned {
  const rev = ctx.form['rev'] ?? '';
  return {
    title: (ctx.form['title'] ?? '').trim(),
    texts: Object.fromEntries(
      parts.languages.flatMap((lang) => {
        const text = (ctx.form[`text_${lang}`] ?? '').replaceAll('\r\n', '\n').trim();
        return text === '' ? [] : [[lang, text]];
      }),
    ),
    rev: /^\d{1,9}$/u.test(rev) ? Number(rev) : 0,
  };
}

const shown = { kind: 'page', status: 200 } as const;

const refusedAs = (why: WhyNot): { kind: 'page'; status: number } => ({
  kind: 'page',
  status: STATUS[why],
});

/** What was typed is at fault, or the role is, or somebody was faster. */
const STATUS: Readonly<Record<WhyNot, number>> = {
  ...{ empty: 400, too_long: 400, not_allowed: 403 },
  ...{ no_such_reply: 409, stale: 409, too_many: 409 },
};

const notFound = ({ ctx, texts }: Page): StaffAnswer => ({
  kind: 'page',
  status: 404,
  page: <NothingHere frame={ctx.frame} back={CANNED_PATH} texts={texts.replies} />,
});

const word = (key: 'menu' | 'about') => eachLang(INBOX, ({ replies }) => replies[key]);
