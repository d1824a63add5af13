import { dayOf } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import { eachLang } from '../../../web/kit/index.ts';
import {
  FIRST_ORG,
  flashesIn,
  makeSetupLink,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { LinkPage } from './link-page.tsx';
import { ListPage } from './list-page.tsx';
import { readOrganisation } from './new-organisation.ts';
import type { OrganisationPagesDeps, Page } from './page.ts';
import { sharingRoutes } from './sharing-routes.ts';
import { ORGANISATIONS_TEXTS } from './texts.ts';

const ADMINS: readonly Role[] = ['admin'];

/** The pages about organisations, for their administrators; those of the first one make others (T36). */
export function organisationRoutes(deps: OrganisationPagesDeps): StaffRoute[] {
  const { organisations, agreements, staff } = deps;
  const answer = async (
    ctx: StaffContext,
    status: number,
    more: Pick<Page, 'made' | 'shared' | 'refused'> = {},
  ): Promise<StaffAnswer> => {
    const { org } = ctx.person;
    const [all, ours] = await Promise.all([organisations.list(), agreements.ofOrg(org)]);
    const listed = await Promise.all(
      all.map(async (one) => ({ ...one, empty: (await staff.accounts.ofOrg(one.id)).length === 0 })),
    );
    const page: Page = {
      ...{ ctx, texts: ORGANISATIONS_TEXTS[ctx.frame.lang], organisations: listed, agreements: ours },
      ...{ today: dayOf(staff.clock.now()), founds: org === FIRST_ORG },
      ...more,
    };
    return { kind: 'page', status, page: <ListPage page={page} /> };
  };
  return [
    {
      ...{ method: 'get', path: '/organisations', roles: ADMINS },
      nav: {
        ...{ order: 91, under: 'people' },
        label: eachLang(ORGANISATIONS_TEXTS, ({ menu }) => menu),
        about: eachLang(ORGANISATIONS_TEXTS, ({ about }) => about),
      },
      flashes: flashesIn('success', ORGANISATIONS_TEXTS, ({ flashes }) => flashes),
      render: (ctx) => answer(ctx, 200),
    },
    {
      ...{ method: 'post', path: '/organisations', roles: ADMINS, house: true, confirm: 'with_key' },
      async act(ctx) {
        const texts = ORGANISATIONS_TEXTS[ctx.frame.lang];
        const read = readOrganisation(ctx.form, texts);
        if ('refused' in read) return answer(ctx, 400, { made: read.refused });
        const { id, kind, name } = read.wanted;
        const taken = { values: ctx.form, errors: { name: texts.errors.taken } };
        if ((await organisations.find(id)) !== undefined) return answer(ctx, 409, { made: taken });
        await ctx.audit('organisations.created', `organisation/${id}`, { kind });
        if (!(await organisations.add(read.wanted))) return answer(ctx, 409, { made: taken });
        // Made on the command line before it had a name: it has its people already.
        const hasPeople = (await staff.accounts.ofOrg(id)).length > 0;
        if (hasPeople) return { kind: 'see_other', to: '/staff/organisations', flash: 'named' };
        return linkFor(ctx, id, name);
      },
    },
    {
      ...{ method: 'post', path: '/organisations/:organisation/link', roles: ADMINS },
      ...{ house: true, confirm: 'with_key' },
      async act(ctx) {
        const found = await organisations.find(ctx.params['organisation'] ?? '');
        if (found === undefined || found.id === FIRST_ORG)
          throw refusal('not_found', 'There is no such organisation.');
        return linkFor(ctx, found.id, found.name);
      },
    },
    ...sharingRoutes(deps, answer),
  ];

  async function linkFor(ctx: StaffContext, org: string, name: string): Promise<StaffAnswer> {
    if ((await staff.accounts.ofOrg(org)).length > 0)
      throw refusal('conflict', 'This organisation has an account already.');
    await ctx.audit('organisations.link_made', `organisation/${org}`);
    const link = await makeSetupLink(staff, org);
    return { kind: 'page', status: 200, page: <LinkPage ctx={ctx} name={name} link={link} /> };
  }
}
