import type { VNode } from 'preact';
import { ButtonLink, EmptyState, StaffPage } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { Participation } from '../results-store.ts';
import type { Page } from './page.ts';
import { surveyStyles } from './styles.ts';

interface ListPageProps {
  page: Page;
  surveys: readonly { outline: SurveyOutline; participation: Participation }[];
}

/** All surveys, with how many took part and when last. */
export function ListPage({ page, surveys }: ListPageProps): VNode {
  const { ctx, texts } = page;
  const silent = surveys.every(({ participation }) => participation.started === 0);
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.listLead} styles={surveyStyles}>
      {surveys.length === 0 ? (
        <EmptyState title={texts.noSurveyTitle}>
          <p>{texts.noSurvey}</p>
        </EmptyState>
      ) : (
        <Cards page={page} surveys={surveys} />
      )}
      {surveys.length > 0 && silent ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.empty}</p>
          <p>
            <ButtonLink href="/">{texts.openChat}</ButtonLink>
          </p>
        </EmptyState>
      ) : null}
    </StaffPage>
  );
}

function Cards({ page: { texts, figures, words }, surveys }: ListPageProps): VNode {
  return (
    <ul class="cards">
      {surveys.map(({ outline, participation: { started, complete, lastDay } }) => (
        <li key={outline.id}>
          <h2>
            <a href={`/staff/surveys/${encodeURIComponent(outline.id)}`} lang={words.lang}>
              {words.title(outline)}
            </a>
          </h2>
          <p>
            <strong>{texts.startedOf(figures.count(started), started)}</strong> ·{' '}
            {texts.completeOf(figures.count(complete), complete)}
          </p>
          <p>{texts.lastDayOf(lastDay === null ? texts.none : figures.day(lastDay))}</p>
        </li>
      ))}
    </ul>
  );
}
