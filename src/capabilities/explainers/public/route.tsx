import { type Clock, dayOf, daysAfter } from '../../../domain/clock.ts';
import type { PublicRoute } from '../../../web/public/index.ts';
import { QUESTION_THEMES } from '../offices/office.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import { figuresOf } from '../questions/figures.ts';
import type { OutcomesStore } from '../questions/outcomes-store.ts';
import type { Explainer } from '../shelf/explainer.ts';
import type { Shelf } from '../shelf/shelf.ts';
import { QUESTIONS_PAGE, QuestionsPage } from './questions-page.tsx';

/** A season: long enough for a figure, short enough to be about now. */
const DAYS = 90;

/** By theme, the others last; within one the first approved first. */
async function inOrder(all: ReturnType<Shelf['all']>): Promise<Explainer[]> {
  const place = ({ theme }: Explainer): number => QUESTION_THEMES.findIndex((each) => each === theme);
  return [...(await all)].sort(
    (one, two) => place(one) - place(two) || one.approvedAt - two.approvedAt || (one.id < two.id ? -1 : 1),
  );
}

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
      inOrder(deps.shelf.all(today)),
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
