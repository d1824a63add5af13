import type { VNode } from 'preact';
import { dayOf } from '../../../domain/clock.ts';
import { Fault, refusal } from '../../../domain/faults.ts';
import { readListState } from '../../../web/kit/index.ts';
import { flashesIn, type StaffAnswer, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import { type Entry, STATES } from '../life/entry.ts';
import { type Move, obstacle, RULES, WRITERS } from '../life/moves.ts';
import { EditPage } from './edit-page.tsx';
import { EntryPage } from './entry-page.tsx';
import { readForm } from './fields.ts';
import { ApprovePage, notFound, RefusedPage, WithdrawPage } from './judge-pages.tsx';
import type { Kind } from './kind.ts';
import { type Listed, ListPage, STALE } from './list-page.tsx';
import { entryPath, type Page, pageOf } from './page.ts';
import { APPROVED } from './texts.ts';

const A_PAGE = 25;
const SHAPE = {
  sorts: [],
  filters: [{ key: 'etat', options: [...STATES, STALE].map((value) => ({ value })) }],
};

/** The staff pages of a kind of entry: list, writing, handing in, judging, taking back. */
export const entryRoutes = (kind: Kind): StaffRoute[] => [
  listRoute(kind),
  ...writeRoutes(kind),
  {
    method: 'get',
    path: `${kind.path}/:id`,
    roles: kind.readers,
    flashes: flashesIn('success', APPROVED, ({ flashes }) => flashes),
    render: withEntry(kind, async (page, entry) => shown(200, <EntryPage page={page} entry={entry} />)),
  },
  judgePage(kind, 'approve', (page, entry) => <ApprovePage page={page} entry={entry} />),
  judgement(kind, 'approve', 'approved'),
  judgement(kind, 'reject', 'rejected', (page, entry, reason) => (
    <ApprovePage page={page} entry={entry} reason={reason} />
  )),
  judgePage(kind, 'withdraw', (page, entry) => <WithdrawPage page={page} entry={entry} />),
  judgement(kind, 'withdraw', 'withdrawn', (page, entry, reason) => (
    <WithdrawPage page={page} entry={entry} reason={reason} />
  )),
];

const listRoute = (kind: Kind): StaffRoute => ({
  method: 'get',
  path: kind.path,
  roles: kind.readers,
  nav: {
    label: { fr: kind.words.fr.menu, 'en-GB': kind.words['en-GB'].menu },
    order: kind.order,
    about: { fr: kind.words.fr.about, 'en-GB': kind.words['en-GB'].about },
  },
  async render(ctx) {
    const asked = readListState(ctx.query, SHAPE);
    const today = dayOf(kind.clock.now());
    const stale = asked.filters['etat'] === STALE;
    const state = STATES.find((each) => each === asked.filters['etat']);
    const of = { org: ctx.person.org, state, ...(stale && { staleBefore: today }) };
    const total = await kind.store.count(of);
    const pages = Math.max(1, Math.ceil(total / A_PAGE));
    const at = Math.min(asked.page, pages);
    const entries = await kind.store.list(of, { skip: (at - 1) * A_PAGE, limit: A_PAGE });
    const above = await kind.above?.(ctx);
    const listed: Listed = {
      state: stale ? STALE : state,
      asked,
      entries,
      total,
      page: at,
      pages,
      today,
      above,
    };
    return <ListPage page={await pageOf(kind, ctx)} listed={listed} />;
  },
});

const writeRoutes = (kind: Kind): StaffRoute[] => [
  {
    method: 'get',
    path: `${kind.path}/new`,
    roles: WRITERS,
    render: async (ctx) => (
      <EditPage page={await pageOf(kind, ctx)} typed={(await kind.begunWith?.(ctx)) ?? {}} />
    ),
  },
  {
    method: 'post',
    path: `${kind.path}/new`,
    roles: WRITERS,
    async act(ctx) {
      const page = await pageOf(kind, ctx);
      const { content, faults } = readForm(kind.fields, page.options, ctx.form);
      if (Object.keys(faults).length > 0)
        return shown(400, <EditPage page={page} typed={ctx.form} faults={faults} />);
      const begun = await kind.desk.begin(ctx, content);
      return { kind: 'see_other', to: entryPath(page, begun), flash: 'saved' };
    },
  },
  {
    method: 'get',
    path: `${kind.path}/:id/edit`,
    roles: WRITERS,
    render: withEntry(kind, async (page, entry) =>
      shown(200, <EditPage page={page} entry={entry} typed={entry.content} />),
    ),
  },
  {
    method: 'post',
    path: `${kind.path}/:id/edit`,
    roles: WRITERS,
    act: withEntry(kind, edit),
  },
  {
    method: 'post',
    path: `${kind.path}/:id/submit`,
    roles: WRITERS,
    act: withEntry(kind, async (page, entry) => {
      onlyFields(page.ctx, ['seen']);
      await kind.desk.move(page.ctx, entry.id, { move: 'submit', seen: page.ctx.form['seen'] ?? '' });
      return { kind: 'see_other', to: entryPath(page, entry), flash: 'submitted' };
    }),
  },
];

async function edit(page: Page, entry: Entry): Promise<StaffAnswer> {
  const { ctx, kind } = page;
  const { content, faults } = readForm(kind.fields, page.options, ctx.form);
  if (Object.keys(faults).length > 0)
    return shown(400, <EditPage page={page} entry={entry} typed={ctx.form} faults={faults} />);
  const typedRev = ctx.form['rev'] ?? '';
  // Anything that is no revision can match none.
  const rev = /^\d{1,9}$/.test(typedRev) ? Number(typedRev) : -1;
  try {
    await kind.desk.move(ctx, entry.id, { move: 'edit', rev, content });
    return { kind: 'see_other', to: entryPath(page, entry), flash: 'saved' };
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.code !== 'changed') throw cause;
    // What was typed stays on the page, under the revision that is now there: saving again is a decision.
    const now = (await kind.store.find(ctx.person.org, entry.id)) ?? entry;
    return shown(409, <EditPage page={page} entry={now} typed={ctx.form} changed />);
  }
}

/** The page before a judgement; whoever may not make it is told at once, not after reading. */
const judgePage = (
  kind: Kind,
  move: 'approve' | 'withdraw',
  render: (page: Page, entry: Entry) => VNode,
): StaffRoute => ({
  method: 'get',
  path: `${kind.path}/:id/${move}`,
  roles: RULES[move].roles,
  render: withEntry(kind, async (page, entry) => {
    const stands = obstacle(entry, { move }, page.ctx.person);
    if (stands !== undefined) throw refusal(stands, 'The judgement cannot be made.');
    return shown(200, render(page, entry));
  }),
});

const judgement = (
  kind: Kind,
  move: Exclude<Move, 'edit' | 'submit'>,
  flash: string,
  again?: (page: Page, entry: Entry, reason: string) => VNode,
): StaffRoute => ({
  method: 'post',
  path: `${kind.path}/:id/${move}`,
  roles: RULES[move].roles,
  // What goes out in the campaign's name asks for the key; what takes it back must not wait for one.
  ...(move === 'approve' ? { confirm: 'with_key' as const } : {}),
  act: withEntry(kind, async (page, entry) => {
    const { ctx } = page;
    onlyFields(ctx, ['seen', 'reason']);
    const reason = ctx.form['reason'] ?? '';
    // Whoever sends no hash has seen nothing; taking back is about the whole entry.
    const seen = move === 'withdraw' ? undefined : (ctx.form['seen'] ?? '');
    try {
      await kind.desk.move(ctx, entry.id, { move, seen, reason });
    } catch (cause) {
      if (again === undefined || !(cause instanceof Fault) || cause.code !== 'reason_missing') throw cause;
      return shown(400, again(page, entry, reason));
    }
    return { kind: 'see_other', to: entryPath(page, entry), flash };
  }),
});

/** Finds the entry of the path within the organisation, and answers refusals with their page. */
const withEntry =
  (kind: Kind, work: (page: Page, entry: Entry) => Promise<StaffAnswer>) =>
  async (ctx: StaffContext): Promise<StaffAnswer> => {
    const entry = await kind.store.find(ctx.person.org, ctx.params['id'] ?? '');
    const page = await pageOf(kind, ctx, entry);
    if (entry === undefined) return notFound(page);
    try {
      return await work(page, entry);
    } catch (cause) {
      const status = cause instanceof Fault ? STATUS[cause.code] : undefined;
      if (!(cause instanceof Fault) || status === undefined) throw cause;
      return shown(status, <RefusedPage page={page} entry={entry} code={cause.code} />);
    }
  };

const STATUS: Readonly<Record<string, number>> = {
  role: 403,
  own_work: 403,
  same_hands: 403,
  wrong_state: 409,
  changed: 409,
  history_full: 409,
  incomplete: 409,
};

/** A form that brings more than its page has is none of ours. */
function onlyFields({ form }: StaffContext, fields: readonly string[]): void {
  if (Object.keys(form).some((field) => !fields.includes(field)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
}

const shown = (status: number, page: VNode): StaffAnswer => ({ kind: 'page', status, page });
