import { eachLang } from '../../../web/kit/index.ts';
import type { StaffRoute } from '../../../web/staff/index.ts';
import { ADMINS } from '../admins.ts';
import { KeysPage } from './page.tsx';
import type { KeysRead } from './ports.ts';
import { KEYS } from './texts.ts';

/** The page about keys and backups. */
export const keyRoutes = (read: () => Promise<KeysRead>): StaffRoute[] => [
  {
    ...{ method: 'get', path: '/keys', roles: ADMINS, house: true },
    nav: {
      label: eachLang(KEYS, ({ menu }) => menu),
      about: eachLang(KEYS, ({ about }) => about),
      ...{ order: 30, under: 'house' },
    },
    async render(ctx) {
      return <KeysPage ctx={ctx} keys={await read()} />;
    },
  },
];
