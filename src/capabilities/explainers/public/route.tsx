import { type Clock, dayOf, daysAfter } from '../../../domain/clock.ts';
import type { PublicRoute } from '../../../web/public/index.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import { figuresOf } from '../questions/figures.ts';
import type { OutcomesStore } from '../questions/outcomes-store.ts';
import type { Shelf } from '../shelf/shelf.ts';
import { QUESTIONS_PAGE, QuestionsPage } from './questions-page.tsx';

/** A season: long enough for a figure, short enough to be about now. */
const DAYS = 90;

interface PublicDeps {
  shelf: Shelf;
  offices: OfficesStore;
  outcomes: OutcomesStore;
  clock: Clock;
  /** Below so many questions nothing is told of an office. */
  smallest: number;
}

/** `/questions`: for everybody, without scripts. */
export const questionsRoute = (deps: PublicDeps): PublicRoute => ({
  method: 'get',
  path: '/questions',
  nav: { fr: 'Questions', bm: QUESTIONS_PAGE.bm.nav, order: 30 },
  async serve(ctx) {
    const today = dayOf(deps.clock.now());
    const [explainers, offices, outcomes] = await Promise.all([
      deps.shelf.all(today),
      deps.offices.all(),
      deps.outcomes.since(daysAfter(today, -DAYS)),
    ]);
    const shown = { explainers, offices, figures: figuresOf(outcomes, deps.smallest) };
    return {
      ...{ kind: 'page', status: 200 },
      page: <QuestionsPage ctx={ctx} shown={{ ...shown, smallest: deps.smallest, days: DAYS }} />,
    };
  },
});
