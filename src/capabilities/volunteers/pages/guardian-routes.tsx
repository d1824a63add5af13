import { refusal } from '../../../domain/faults.ts';
import { eachLang } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { MAX_CODES } from '../desk/daily-counts-store.ts';
import { CONSENT_WAYS, GUARDIANS } from '../volunteer/volunteer.ts';
import { localOf } from '../when.ts';
import { GuardianPage } from './guardian-page.tsx';
import { VOLUNTEERS } from './texts.ts';
import { EDITS, pageOf, type PagesDeps } from './with-event.ts';

/** A guardian's consent, recorded by whoever spoke with them (docs/decisions/guardians.md). */
export function guardianRoutes(deps: PagesDeps): StaffRoute[] {
  const words = eachLang(VOLUNTEERS, ({ guardians }) => guardians);
  return [
    {
      method: 'get',
      path: '/guardians',
      roles: EDITS,
      nav: {
        label: eachLang(words, ({ menu }) => menu),
        order: 31,
        about: eachLang(words, ({ about }) => about),
      },
      flashes: { saved: { tone: 'success', text: eachLang(words, ({ saved }) => saved) } },
      render: async (ctx) => (
        <GuardianPage page={pageOf(deps, ctx)} waiting={(await deps.volunteers.count()).waiting} />
      ),
    },
    { method: 'post', path: '/guardians', roles: EDITS, act: (ctx) => record(deps, ctx) },
  ];
}

async function record(deps: PagesDeps, ctx: StaffContext): Promise<StaffAnswer> {
  const { volunteers, counts, zone } = deps;
  const page = pageOf(deps, ctx);
  const { code: typed = '', guardian: who, way: how, ...rest } = ctx.form;
  const [guardian, way] = [GUARDIANS.find((each) => each === who), CONSENT_WAYS.find((each) => each === how)];
  // Lists of our own page offer nothing else.
  if (guardian === undefined || way === undefined || Object.keys(rest).length > 0)
    throw refusal('unknown_field', 'The form holds a field or a choice that is none of ours.');
  const refused = async (status: number, error: string): Promise<StaffAnswer> => {
    const { waiting } = await volunteers.count();
    return {
      kind: 'page',
      status,
      page: <GuardianPage page={page} waiting={waiting} typed={ctx.form} error={error} />,
    };
  };
  const day = localOf(page.now, zone).day;
  if ((await counts.count('code', ctx.person.id, day)) > MAX_CODES)
    return refused(429, page.texts.guardians.tooMany);
  // As it is read out: with spaces, in small letters.
  const code = typed.toUpperCase().replace(/[\s-]+/gu, '');
  if (!/^[A-Z0-9]{8}$/u.test(code) || !(await volunteers.awaits(code)))
    return refused(400, page.texts.guardians.unknown);
  await ctx.audit('volunteers.consent_recorded', 'volunteer', { guardian, way });
  const known = await volunteers.consent({ state: 'given', code, by: ctx.person.id, day, guardian, way });
  return known
    ? { kind: 'see_other', to: '/staff/guardians', flash: 'saved' }
    : refused(400, page.texts.guardians.unknown);
}
