import { type Clock } from '../../../domain/clock.ts';
import { lately } from '../../../domain/lately.ts';
import { plainly, type PublicRoute } from '../../../web/public/index.ts';
import { plainCards } from '../../updates/index.ts';
import type { PublicationsStore } from '../publishing/publications-store.ts';
import { ResultsPage } from './list-page.tsx';
import { cardOf, ResultPage, WithdrawnPage } from './result-page.tsx';
import { RESULTS_WORDS } from './words.ts';

interface PublicResultsDeps {
  store: Pick<PublicationsStore, 'latest'>;
  clock: Clock;
}

/** Many read at once what changes a few times a year: one look at the database is enough for so long. */
const LOOK_MS = 2000;
/** Its address changes with what it says. */
const CARD_SECONDS = 3600;

/** What staff chose to publish of surveys (W12, S14). */
export function publicResultsRoutes({ store, clock }: PublicResultsDeps): PublicRoute[] {
  const latest = lately(clock, LOOK_MS, () => store.latest());
  const cards = plainCards();
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
    {
      method: 'get',
      path: '/results/:survey/card.png',
      async serve({ params, lang, frame: { publicUrl } }) {
        const found = (await latest()).seen.find(({ survey }) => survey === params['survey']);
        // What was taken back is not passed on as a picture either.
        if (found?.state !== 'published') return { kind: 'nothing' };
        const body = await cards.of(`${found.id} ${lang}`, cardOf(found, lang, publicUrl));
        return { kind: 'body', type: 'image/png', body, maxAge: CARD_SECONDS };
      },
    },
  ];
}
