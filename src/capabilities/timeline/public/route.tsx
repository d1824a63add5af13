import { type Clock, dayOf } from '../../../domain/clock.ts';
import type { PublicRoute } from '../../../web/public/index.ts';
import { THEMES } from '../../updates/index.ts';
import type { Timeline } from '../milestones/timeline.ts';
import { PARCOURS, ParcoursPage } from './parcours-page.tsx';

interface PublicDeps {
  timeline: Timeline;
  clock: Clock;
  regions: readonly { slug: string; name: string }[];
}

/** `/parcours`: for everybody, without scripts. A theme or region we do not know narrows nothing. */
export const parcoursRoute = ({ timeline, clock, regions }: PublicDeps): PublicRoute => ({
  method: 'get',
  path: '/parcours',
  nav: { fr: 'Étapes', bm: PARCOURS.bm.nav, order: 20 },
  async serve(ctx) {
    const today = dayOf(clock.now());
    const theme = THEMES.find((each) => each === ctx.query.get('theme'));
    const region = regions.find(({ slug }) => slug === ctx.query.get('region'))?.slug;
    const all = await timeline.read({ until: today });
    const milestones = await timeline.read({ until: today, theme, region });
    const shown = { milestones, current: all.at(-1)?.phase, asked: { theme, region }, regions };
    return { kind: 'page', status: 200, page: <ParcoursPage ctx={ctx} shown={shown} /> };
  },
});
