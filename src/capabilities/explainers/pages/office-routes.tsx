import type { VNode } from 'preact';
import { dayOf } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import { NothingHere } from '../../../web/kit/index.ts';
import { flashesIn, type StaffAnswer, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import { plainLine } from '../../updates/index.ts';
import { type Office, officeForm, QUESTION_THEMES } from '../offices/office.ts';
import { OfficeFormPage, OfficesPage } from './offices-page.tsx';
import { ANSWERERS, officeOf, pageOf, type PagesDeps, PATH } from './page.ts';
import { QUESTION_TEXTS } from './texts.ts';

const ID_BYTES = 12;
const FIRST_PROMISE = 7;
const ADMINS = ['admin'] as const;

/** Who answers for what: read by those who answer, changed by administrators. */
export const officeRoutes = (deps: PagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/questions/offices',
    roles: ANSWERERS,
    flashes: flashesIn('success', QUESTION_TEXTS, ({ flashes }) => flashes),
    render: async (ctx) => <OfficesPage page={await pageOf(deps, ctx)} />,
  },
  {
    method: 'get',
    path: '/questions/offices/new',
    roles: ADMINS,
    render: async (ctx) => (
      <OfficeFormPage
        page={await pageOf(deps, ctx)}
        typed={{ name: '', days: String(FIRST_PROMISE), themes: [] }}
      />
    ),
  },
  {
    method: 'get',
    path: '/questions/offices/:office',
    roles: ADMINS,
    async render(ctx) {
      const page = await pageOf(deps, ctx);
      const office = officeOf(page, ctx.params['office'] ?? '');
      if (office === undefined) return notFound(ctx);
      const typed = { name: office.name, days: String(office.days), themes: office.themes };
      return <OfficeFormPage page={page} office={office} typed={typed} />;
    },
  },
  { method: 'post', path: '/questions/offices/new', roles: ADMINS, act: (ctx) => save(deps, ctx) },
  { method: 'post', path: '/questions/offices/:office', roles: ADMINS, act: (ctx) => save(deps, ctx) },
];

async function save(deps: PagesDeps, ctx: StaffContext): Promise<StaffAnswer> {
  const page = await pageOf(deps, ctx);
  const wanted = ctx.params['office'];
  const before = wanted === undefined ? undefined : officeOf(page, wanted);
  if (wanted !== undefined && before === undefined) return notFound(ctx);
  const typed = typedIn(ctx);
  const read = officeForm.safeParse({ ...typed, name: plainLine(typed.name), days: Number(typed.days) });
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const { name, days } = page.texts.officeFaults;
    const faults = { ...(wrong.has('name') && { name }), ...(wrong.has('days') && { days }) };
    return shown(400, <OfficeFormPage page={page} office={before} typed={typed} faults={faults} />);
  }
  const office: Office = {
    ...{ id: before?.id ?? deps.chance.token(ID_BYTES), org: ctx.person.org, demo: before?.demo ?? false },
    ...read.data,
  };
  await ctx.audit('questions.office_saved', `office/${office.id}`, { days: office.days });
  if ((await deps.offices.put(office, dayOf(deps.clock.now()))) === 'written')
    return { kind: 'see_other', to: `${PATH}/offices`, flash: 'saved' };
  const faults = { themes: page.texts.officeFaults.taken };
  return shown(409, <OfficeFormPage page={page} office={before} typed={typed} faults={faults} />);
}

function typedIn({ form }: StaffContext): { name: string; days: string; themes: string[] } {
  const { name = '', days = '', ...rest } = form;
  const themes = QUESTION_THEMES.filter((theme) => rest[`theme_${theme}`] === 'oui');
  if (Object.keys(rest).length !== themes.length)
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
  return { name, days, themes };
}

const notFound = ({ frame }: StaffContext): StaffAnswer => {
  const { officeNotFound, notFoundTitle, back } = QUESTION_TEXTS[frame.lang];
  const texts = { notFoundTitle, notFound: officeNotFound, back };
  return shown(404, <NothingHere frame={frame} back={`${PATH}/offices`} texts={texts} />);
};

const shown = (status: number, page: VNode): StaffAnswer => ({ kind: 'page', status, page });
