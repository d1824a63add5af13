import type { StaffSlots } from '../../../web/staff/index.ts';
import type { OverviewReader } from '../reader.ts';
import { pageOf } from './page.ts';
import { FIGURES } from './routes.tsx';
import { TRAFFIC_WORDS } from './texts.ts';
import { WeekPart } from './week.tsx';

/** So many failures are no accident any more. */
const MANY_FAILED = 20;

interface OverviewSlotsDeps {
  readerOf: (org: string) => OverviewReader;
  owner: string;
  hides: boolean;
}

/** People and messages on the overview, for whom they are open; and messages that could not be sent. */
export const overviewSlots = ({ readerOf, owner, hides }: OverviewSlotsDeps): StaffSlots => ({
  async needs({ person, frame: { lang } }) {
    const { seen, asOf } = await readerOf(person.org).week();
    const { failed } = seen;
    return [
      {
        key: 'traffic.failed',
        count: failed,
        words: TRAFFIC_WORDS[lang].needs.failed(failed),
        href: '/staff/traffic?days=7#causes',
        level: failed >= MANY_FAILED ? 'red' : 'amber',
        asOf,
      },
    ];
  },
  async overview(ctx) {
    const { org, role } = ctx.person;
    if (org !== owner || !FIGURES.includes(role)) return null;
    return <WeekPart page={pageOf(ctx, hides)} week={await readerOf(org).week()} />;
  },
});
