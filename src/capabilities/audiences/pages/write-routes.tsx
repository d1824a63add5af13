import { Fault, refusal } from '../../../domain/faults.ts';
import {
  pageAnswer,
  revOf,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { countOf } from '../builder/count-draft.ts';
import { draftOf, type GroupDraft } from '../builder/draft.ts';
import { pageLang } from '../builder/page-lang.ts';
import { type BuildFault, readBuilt } from '../builder/read-built.ts';
import { isBuilderField, STEP_FIELD } from '../builder/read-form.ts';
import type { Audience } from '../model/audience.ts';
import { AUDIENCE_WRITERS, borders } from '../saved/desk.ts';
import type { SavedAudience } from '../saved/saved.ts';
import { EditPage, type EditPageProps, LIST } from './edit-page.tsx';
import { type AudiencePagesDeps, offersFor, pageOf } from './pages.ts';
import { withinBorders, withSaved } from './with-saved.tsx';

export const MAX_NAME = 80;

/** Putting an audience together, and changing one. */
export const writeRoutes = (deps: AudiencePagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/audiences/new',
    roles: AUDIENCE_WRITERS,
    render: (ctx) => edit(deps, ctx, 200, { name: '', draft: EMPTY }),
  },
  {
    method: 'post',
    path: '/audiences/new',
    roles: AUDIENCE_WRITERS,
    act: (ctx) =>
      written(deps, ctx, undefined, async ({ name, audience }) => {
        await deps.desk.save(ctx, name, audience);
        return { kind: 'see_other', to: LIST, flash: 'saved' };
      }),
  },
  {
    method: 'get',
    path: '/audiences/:id/edit',
    roles: AUDIENCE_WRITERS,
    render: withSaved(deps, async (ctx, saved) =>
      edit(deps, ctx, 200, { saved, name: saved.name, draft: draftOf(saved.audience) }),
    ),
  },
  {
    method: 'post',
    path: '/audiences/:id/edit',
    roles: AUDIENCE_WRITERS,
    act: withSaved(deps, (ctx, saved) =>
      written(deps, ctx, saved, async ({ draft, ...typed }) => {
        // Under the revision that is now there, saving again is a decision.
        if (revOf(ctx) !== saved.rev)
          return edit(deps, ctx, 409, { saved, name: typed.name, draft, changed: true });
        await deps.desk.change(ctx, saved, typed);
        return { kind: 'see_other', to: LIST, flash: 'saved' };
      }),
    ),
  },
];

const EMPTY: GroupDraft = { join: 'all', not: false, parts: [] };

interface Written {
  name: string;
  draft: GroupDraft;
  audience: Audience;
}

/** Reads the form: a step shows it again, what cannot be kept too, and the rest is kept. */
async function written(
  deps: AudiencePagesDeps,
  ctx: StaffContext,
  saved: SavedAudience | undefined,
  keep: (typed: Written) => Promise<StaffAnswer>,
): Promise<StaffAnswer> {
  const { form } = ctx;
  if (Object.keys(form).some((field) => !PLAIN.includes(field) && !isBuilderField(field)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
  const name = (form['nom'] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  const { draft, isStep, fresh, fault: wrong, audience } = readBuilt(form, ctx.person);
  if (isStep) return edit(deps, ctx, 200, { saved, name, draft, fresh });
  const typed: Written = { name, draft, audience };
  const fault = faultOf(name, wrong);
  if (fault !== undefined) return edit(deps, ctx, 400, { saved, name, draft, fault });
  try {
    return await keep(typed);
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.code !== 'too_many') throw cause;
    return edit(deps, ctx, 409, { saved, name, draft, fault: { at: 'nom', code: 'too_many' } });
  }
}

const PLAIN = ['nom', 'rev', STEP_FIELD];

function faultOf(name: string, wrong: BuildFault | undefined): EditPageProps['fault'] {
  if (name === '') return { at: 'nom', code: 'missing' };
  if (name.length > MAX_NAME) return { at: 'nom', code: 'too_long' };
  return wrong === undefined ? undefined : { at: 'conditions', code: wrong };
}

async function edit(
  deps: AudiencePagesDeps,
  ctx: StaffContext,
  status: number,
  props: Omit<EditPageProps, 'page' | 'offers' | 'count'>,
): Promise<StaffAnswer> {
  const { saved, draft } = props;
  const scope = saved === undefined ? borders(ctx.person) : withinBorders(ctx, saved);
  const [page, offers] = [await pageOf(deps, ctx), await offersFor(deps, ctx)];
  const count = await countOf(deps, draft, scope, pageLang(ctx.frame.lang));
  return pageAnswer(status, <EditPage {...props} {...{ page, offers, count }} />);
}
