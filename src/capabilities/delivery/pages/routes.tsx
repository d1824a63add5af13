import { refusal } from '../../../domain/faults.ts';
import { eachLang, findRows } from '../../../web/kit/index.ts';
import { listFile, type Role, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import type { LetterRow, Letters, Standing } from '../ports.ts';
import { letterColumns, letterFilters } from './letter-columns.tsx';
import { DeliveryPage, DropPage } from './pages.tsx';
import { DELIVERY } from './texts.ts';

const ADMINS: readonly Role[] = ['admin'];
/** Somebody waits for what they asked for: the page looks again after so many seconds. */
const LOOK_AGAIN_S = 3;

export interface DeliveryPagesDeps {
  lettersOf: (org: string) => Letters;
  standing: () => Standing;
}

/** The pages about delivery: for administrators alone. Every replay and every drop goes into the audit (T22). */
export function deliveryRoutes({ lettersOf, standing }: DeliveryPagesDeps): StaffRoute[] {
  return [
    {
      ...{ method: 'get', path: '/delivery', roles: ADMINS },
      nav: {
        label: eachLang(DELIVERY, ({ menu }) => menu),
        ...{ order: 92, under: 'channels' },
        about: eachLang(DELIVERY, ({ about }) => about),
      },
      flashes: {
        asked: { tone: 'success', text: eachLang(DELIVERY, ({ flashes }) => flashes.asked) },
        dropped: { tone: 'success', text: eachLang(DELIVERY, ({ flashes }) => flashes.dropped) },
      },
      async render(ctx) {
        const { lang } = ctx.frame;
        const rows = await lettersOf(ctx.person.org).list();
        const columns = letterColumns(lang);
        const found = findRows({ columns, filters: letterFilters(rows, lang), rows }, ctx.query, lang);
        if (found.state.file) return listFile('lettres', columns, found);
        const page = <DeliveryPage ctx={ctx} rows={rows} found={found} standing={standing()} />;
        const underWay = rows.some(({ asked }) => asked);
        return underWay ? { kind: 'page', status: 200, page, again: LOOK_AGAIN_S } : page;
      },
    },
    {
      ...{ method: 'get', path: '/delivery/letters/:letter', roles: ADMINS },
      render: async (ctx) => <DropPage ctx={ctx} row={(await find(ctx)).row} />,
    },
    {
      ...{ method: 'post', path: '/delivery/replay', roles: ADMINS },
      async act(ctx) {
        const letters = lettersOf(ctx.person.org);
        await ctx.audit('letters.replayed', 'letter/all', { records: (await letters.list()).length });
        await letters.ask();
        return { kind: 'see_other', to: '/staff/delivery', flash: 'asked' };
      },
    },
    {
      ...{ method: 'post', path: '/delivery/letters/:letter/replay', roles: ADMINS },
      async act(ctx) {
        const { row, letters } = await find(ctx);
        await ctx.audit('letters.replayed', `letter/${row.id}`, { kind: row.kind });
        await letters.ask(row.id);
        return { kind: 'see_other', to: '/staff/delivery', flash: 'asked' };
      },
    },
    {
      ...{ method: 'post', path: '/delivery/letters/:letter/drop', roles: ADMINS },
      async act(ctx) {
        const { row, letters } = await find(ctx);
        await ctx.audit('letters.dropped', `letter/${row.id}`, { kind: row.kind });
        await letters.drop(row.id);
        return { kind: 'see_other', to: '/staff/delivery', flash: 'dropped' };
      },
    },
  ];

  /** Another organisation's letter is as little there as one that never was (T36). */
  async function find({ params, person }: StaffContext): Promise<{ row: LetterRow; letters: Letters }> {
    const letters = lettersOf(person.org);
    const row = await letters.find(params['letter'] ?? '');
    if (row === undefined) throw refusal('not_found', 'There is no such letter.');
    return { row, letters };
  }
}
