import { dayOf } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import type { Role, StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { type Agreement, agreementId, sharedClass } from '../agreement.ts';
import { readSharing } from './new-sharing.ts';
import type { OrganisationPagesDeps, Page } from './page.ts';
import { ORGANISATIONS_TEXTS } from './texts.ts';

const ADMINS: readonly Role[] = ['admin'];
const PAGE = '/staff/organisations';
const AT = '/organisations/sharing/:owner/:reader/:records';

type Answer = (
  ctx: StaffContext,
  status: number,
  more?: Pick<Page, 'shared' | 'refused'>,
) => Promise<StaffAnswer>;

/** Proposing, agreeing to and ending what two organisations share, each recorded on the side that decided it (T36). */
export function sharingRoutes(
  { organisations, agreements, staff }: OrganisationPagesDeps,
  answer: Answer,
): StaffRoute[] {
  const today = (): string => dayOf(staff.clock.now());
  return [
    {
      ...{ method: 'post', path: '/organisations/sharing', roles: ADMINS, confirm: 'with_key' },
      async act(ctx) {
        const texts = ORGANISATIONS_TEXTS[ctx.frame.lang];
        const { org } = ctx.person;
        const known = { org, organisations: await organisations.list(), today: today() };
        const read = readSharing(ctx.form, known, texts);
        if ('refused' in read) return answer(ctx, 400, { shared: read.refused });
        await ctx.audit('sharing.proposed', subjectOf(read.wanted), { until: read.wanted.until });
        if (!(await agreements.propose({ ...read.wanted, by: org }, today()))) {
          const shared = { values: ctx.form, errors: { records: texts.errors.there } };
          return answer(ctx, 409, { shared });
        }
        return { kind: 'see_other', to: PAGE, flash: 'proposed' };
      },
    },
    {
      ...{ method: 'post', path: `${AT}/agree`, roles: ADMINS, confirm: 'with_key' },
      async act(ctx) {
        const found = await find(ctx);
        const until = ctx.form['until'] ?? '';
        // It could only be somebody's who proposed it themselves, or looked at another end.
        if (found.state !== 'proposed' || found.by === ctx.person.org || found.until !== until)
          return changed(ctx);
        await ctx.audit('sharing.agreed', subjectOf(found), { until });
        const agreed = await agreements.agree({ ...found, until, org: ctx.person.org }, today());
        return agreed ? { kind: 'see_other', to: PAGE, flash: 'agreed' } : changed(ctx);
      },
    },
    {
      ...{ method: 'post', path: `${AT}/end`, roles: ADMINS },
      async act(ctx) {
        const found = await find(ctx);
        if (found.state === 'ended') return changed(ctx);
        await ctx.audit('sharing.ended', subjectOf(found), { until: found.until });
        const ended = await agreements.end({ ...found, org: ctx.person.org });
        return ended ? { kind: 'see_other', to: PAGE, flash: 'ended' } : changed(ctx);
      },
    },
  ];

  /** What two others share is as little there as what nobody does. */
  async function find({ params, person }: StaffContext): Promise<Agreement> {
    const { owner = '', reader = '' } = params;
    const records = sharedClass(params['records']);
    const found =
      records !== undefined && [owner, reader].includes(person.org)
        ? await agreements.find({ owner, reader, records })
        : undefined;
    if (found === undefined) throw refusal('not_found', 'There is no such agreement.');
    return found;
  }

  function changed(ctx: StaffContext): Promise<StaffAnswer> {
    return answer(ctx, 409, { refused: ORGANISATIONS_TEXTS[ctx.frame.lang].errors.changed });
  }
}

const subjectOf = (terms: Parameters<typeof agreementId>[0]): string => `sharing/${agreementId(terms)}`;
