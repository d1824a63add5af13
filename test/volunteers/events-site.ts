import { type Member, ask, member, openSite, type Sent, type Site } from '../staff/site.ts';
import { type VolunteersWorld, volunteersWorld } from './volunteers-world.ts';

/** Who works at the desk of the test: two who edit, one who reads, one for Bamako alone, and one of another organisation. */
export type Who = 'organiser' | 'admin' | 'viewer' | 'verifier' | 'coordinator' | 'stranger';

export interface EventsSite {
  site: Site;
  world: VolunteersWorld;
  members: Record<Who, Member>;
  as(who: Who, path: string, sent?: Sent): Promise<{ status: number; body: string; to: string }>;
  /** Saves a form as the organiser; the new activity's id. */
  create(form?: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

/** The pages of activities on a staff site, over a database of their own. Both clocks begin on 21 November 2026. */
export async function eventsSite(): Promise<EventsSite> {
  const world = await volunteersWorld();
  const site = await openSite(world.capability.staffRoutes);
  const members = {
    organiser: await member(site, 'organiser', 'Oumou'),
    admin: await member(site, 'admin', 'Awa'),
    viewer: await member(site, 'viewer', 'Dado'),
    verifier: await member(site, 'verifier', 'Binta'),
    coordinator: await member(site, 'coordinator', 'Coumba'),
    stranger: await member(site, 'organiser', 'Eve', 'autre'),
  };
  const { accounts } = site.parts;
  const [coumba] = (await accounts.ofOrg('benkan')).filter(({ role }) => role === 'coordinator');
  await accounts.change(coumba!.id, { role: 'coordinator', regions: ['bamako'] });
  const as: EventsSite['as'] = async (who, path, sent = {}) => {
    const answer = await ask(site, `/staff${path}`, { cookie: members[who].cookie, ...sent });
    return { status: answer.status, body: await answer.text(), to: answer.headers.get('location') ?? '' };
  };
  return {
    ...{ site, world, members, as },
    async create(form = {}) {
      const { status, to, body } = await as('organiser', '/events/new', { form: buildForm(form) });
      const id = /\/staff\/events\/(\w+)/u.exec(to)?.[1];
      if (id === undefined) throw new Error(`create: ${status} ${body.slice(0, 300)}`);
      return id;
    },
    async close() {
      await site.close();
      await world.close();
    },
  };
}

/** A form as the page sends it. */
export const buildForm = (form: Record<string, string> = {}): Record<string, string> => ({
  ...{ kind: 'sport', title_fr: 'Match de quartier', title_bm: 'Ntolatan' },
  ...{ date: '2026-11-28', time: '16:00' },
  ...{ place: 'Commune IV', exact: 'Terrain derrière la mairie' },
  ...{ capacity: '20', min_age: '15', auth_by: 'Mairie de la commune IV', auth_day: '2026-11-20' },
  ...form,
});
