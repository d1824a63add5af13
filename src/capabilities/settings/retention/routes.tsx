import { eachLang } from '../../../web/kit/index.ts';
import type { StaffRoute } from '../../../web/staff/index.ts';
import { ADMINS } from '../admins.ts';
import { RetentionPage } from './page.tsx';
import type { RetentionRow } from './rows.ts';
import { RETENTION } from './texts.ts';

/** The page about retention. */
export const retentionRoutes = (rows: () => Promise<RetentionRow[]>): StaffRoute[] => [
  {
    ...{ method: 'get', path: '/retention', roles: ADMINS, house: true },
    nav: {
      label: eachLang(RETENTION, ({ menu }) => menu),
      about: eachLang(RETENTION, ({ about }) => about),
      ...{ order: 20, under: 'data' },
    },
    async render(ctx) {
      return <RetentionPage ctx={ctx} rows={await rows()} />;
    },
  },
];
