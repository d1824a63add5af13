import { csvFile, type Role, type StaffRoute } from '../../../web/staff/index.ts';
import { eachLang } from '../../../web/kit/index.ts';
import type { OverviewReader } from '../reader.ts';
import { countCells, ORDER } from './columns.ts';
import { cutOf } from './cut.ts';
import { pageOf } from './page.ts';
import { TRAFFIC_WORDS } from './texts.ts';
import { TrafficPage } from './traffic-page.tsx';

/** Sums over everybody; a coordinator sees their region, which these sums do not know. */
export const FIGURES: readonly Role[] = ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'];

export interface TrafficPagesDeps {
  readerOf: (org: string) => OverviewReader;
  hides: boolean;
}

/** The pages every number of the overview leads to. */
export const trafficRoutes = ({ readerOf, hides }: TrafficPagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/traffic',
    roles: FIGURES,
    house: true,
    nav: {
      label: eachLang(TRAFFIC_WORDS, ({ menu }) => menu),
      order: 5,
      about: eachLang(TRAFFIC_WORDS, ({ about }) => about),
    },
    async render(ctx) {
      const cut = cutOf(ctx.query);
      const read = await readerOf(ctx.person.org).traffic(cut);
      return <TrafficPage page={pageOf(ctx, hides)} cut={cut} read={read} />;
    },
  },
  {
    method: 'get',
    path: '/traffic/days.csv',
    roles: FIGURES,
    house: true,
    async render(ctx) {
      const cut = cutOf(ctx.query);
      const page = pageOf(ctx, hides);
      const { days } = await readerOf(ctx.person.org).traffic(cut);
      return csvFile(`messages_${String(cut.days)}_${cut.channel ?? 'tous'}.csv`, [
        [page.texts.day, ...ORDER.map((what) => page.texts.columns[what])],
        ...days.map((row) => [row.day, ...countCells(page, row.counts)]),
      ]);
    },
  },
];
