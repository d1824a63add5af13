import type { Speaker } from '../../conversation/ports.ts';
import { plainly, type PublicRoute } from '../../web/public/index.ts';
import { ABOUT, AboutPage, type KeptFor } from './page.tsx';

export interface AboutDeps {
  speaker: Speaker;
  /** The name of who runs this house. */
  runs: () => Promise<string>;
  /** Who paid for what was published last. */
  funders: () => Promise<readonly string[]>;
  /** The table of retention of the whole house. */
  kept: () => readonly KeptFor[];
}

export const aboutRoute = ({ speaker, runs, funders, kept }: AboutDeps): PublicRoute => ({
  method: 'get',
  path: '/about',
  nav: { fr: plainly(ABOUT.fr.menu), bm: ABOUT.bm.menu, order: 90 },
  serve: async (ctx) => ({
    ...{ kind: 'page', status: 200 },
    page: <AboutPage {...{ ctx, speaker, runs: await runs(), funders: await funders(), kept: kept() }} />,
  }),
});
