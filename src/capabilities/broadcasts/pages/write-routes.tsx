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
import { type Audience, draftOf, EVERYBODY, fingerprintOf } from '../../audiences/index.ts';
import { scopeOf } from '../desk.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { obstacle, WRITERS } from '../model/lifecycle.ts';
import type { AudienceChoice } from './audience-form.tsx';
import { type Chosen, originOf, readChosen } from './chosen.ts';
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
    render: (ctx) => edit(pages, ctx, 200, { typed: {}, chosen: chosenFrom(EVERYBODY) }),
  },
  {
    method: 'post',
    path: '/broadcasts/new',
    roles: WRITERS,
    async act(ctx) {
      const chosen = await chosenIn(pages, ctx);
      if (chosen.isStep) return edit(pages, ctx, 200, { typed: ctx.form, chosen });
      const read = readForm(ctx.form, rulesOf(pages, chosen), pages.clock.now());
      if (!read.ok) return edit(pages, ctx, 400, { typed: ctx.form, chosen, faults: read.faults });
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
      const chosen = chosenFrom(broadcast.audience, broadcast.from);
      return edit(pages, ctx, 200, { broadcast, typed: typedOf(broadcast), chosen });
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
  const chosen = await chosenIn(pages, ctx);
  const typed = ctx.form;
  if (chosen.isStep) return edit(pages, ctx, 200, { broadcast, typed, chosen });
  const read = readForm(typed, rulesOf(pages, chosen), pages.clock.now());
  if (!read.ok) return edit(pages, ctx, 400, { broadcast, typed, chosen, faults: read.faults });
  try {
    await pages.desk.move(ctx, broadcast.id, { move: 'edit', rev: revOf(ctx), draft: read.draft });
    return { kind: 'see_other', to: itemPath(broadcast), flash: 'saved' };
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.code !== 'changed') throw cause;
    // What was typed stays on the page, under the revision that is now there: saving again is a decision.
    const now = await pages.desk.find(ctx, broadcast.id);
    return edit(pages, ctx, 409, { broadcast: now, typed, chosen, changed: true });
  }
}

type Edited = Omit<EditPageProps, 'page' | 'audience'> & { chosen: AudienceChoice['chosen'] };

async function edit(
  pages: Pages,
  ctx: StaffContext,
  status: number,
  { chosen, ...props }: Edited,
): Promise<StaffAnswer> {
  const { choosing } = pages;
  const { broadcast } = props;
  const scope = broadcast?.scope ?? scopeOf(ctx.person);
  const audience: AudienceChoice = {
    ...{ chosen, nameOf: choosing.nameOf(ctx), offers: await choosing.offersFor(ctx) },
    saved: await choosing.list(ctx),
    count: await choosing.count(chosen.draft, scope, ctx),
    origin: await originOf(chosen, { choosing, ctx }),
  };
  return pageAnswer(
    status,
    <EditPage {...props} page={await pages.pageOf(ctx, broadcast)} audience={audience} />,
  );
}

const chosenIn = ({ choosing }: Pages, ctx: StaffContext): Promise<Chosen> =>
  readChosen(ctx.form, { choosing, ctx });

const chosenFrom = (audience: Audience, from?: string): AudienceChoice['chosen'] => ({
  ...{ audience, from, as: fingerprintOf(audience), draft: draftOf(audience) },
});

const rulesOf = ({ languages, ours }: Pages, audience: Chosen): FormRules => ({ languages, ours, audience });
