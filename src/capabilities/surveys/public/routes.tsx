import { type Clock } from '../../../domain/clock.ts';
import { lately } from '../../../domain/lately.ts';
import { plainly, type PublicRoute } from '../../../web/public/index.ts';
import type { PublicationsStore } from '../publishing/publications-store.ts';
import { ResultsPage } from './list-page.tsx';
import { ResultPage, WithdrawnPage } from './result-page.tsx';
import { RESULTS_WORDS } from './words.ts';

interface PublicResultsDeps {
  store: Pick<PublicationsStore, 'latest'>;
  clock: Clock;
}

/** Many read at once what changes a few times a year: one look at the database is enough for so long. */
const LOOK_MS = 2000;

/** What staff chose to publish of surveys (W12, S14). */
export function publicResultsRoutes({ store, clock }: PublicResultsDeps): PublicRoute[] {
  const latest = lately(clock, LOOK_MS, () => store.latest());
  return [
    {
      method: 'get',
      path: '/results',
      nav: { fr: plainly(RESULTS_WORDS.fr.menu), bm: RESULTS_WORDS.bm.menu, order: 30 },
      async serve(ctx) {
        const list = (await latest()).seen.filter(({ state }) => state === 'published');
        return { kind: 'page', status: 200, page: <ResultsPage ctx={ctx} list={list} /> };
      },
    },
    {
      method: 'get',
      path: '/results/:survey',
      async serve(ctx) {
        const publication = (await latest()).seen.find(({ survey }) => survey === ctx.params['survey']);
        if (publication === undefined) return { kind: 'nothing' };
        const Page = publication.state === 'published' ? ResultPage : WithdrawnPage;
        return { kind: 'page', status: 200, page: <Page ctx={ctx} publication={publication} /> };
      },
    },
  ];
}
