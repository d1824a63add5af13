import type { VNode } from 'preact';
import { ButtonLink, EmptyState, Notice, StaffPage } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownResults } from '../results/suppression.ts';
import type { Page } from './page.ts';
import { QuestionSection } from './question-section.tsx';
import { surveyStyles } from './styles.ts';

interface SurveyPageProps {
  page: Page;
  survey: SurveyOutline;
  results: ShownResults;
  /** The reader's role may see open answers. */
  readsTexts: boolean;
}

/** One survey: who took part, then each question with its chart and its table. */
export function SurveyPage({ page, survey, results, readsTexts }: SurveyPageProps): VNode {
  const { ctx, texts, words } = page;
  const hides = results.questions.some(({ categories }) => categories.some(({ count }) => count === null));
  return (
    <StaffPage {...ctx.frame} title={words.title(survey)} lead={texts.method} styles={surveyStyles}>
      <p>
        <a href="/staff/surveys">{texts.back}</a>
      </p>
      <Facts page={page} results={results} />
      {results.started === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.empty}</p>
          <p>
            <ButtonLink href="/">{texts.openChat}</ButtonLink>
          </p>
        </EmptyState>
      ) : (
        results.questions.map((question, index) => (
          <QuestionSection
            key={`${question.question} ${question.type}`}
            page={page}
            survey={survey}
            question={question}
            position={index + 1}
            readsTexts={readsTexts}
          />
        ))
      )}
      {hides ? (
        <Notice tone="info">
          <p>
            <strong>{texts.hiddenTitle}</strong> {texts.hidden}
          </p>
        </Notice>
      ) : null}
    </StaffPage>
  );
}

function Facts({ page: { texts, figures }, results }: { page: Page; results: ShownResults }): VNode {
  const { started, complete, lastDay } = results;
  return (
    <dl class="facts">
      <div>
        <dt>{texts.started}</dt>
        <dd>{figures.count(started)}</dd>
      </div>
      <div>
        <dt>{texts.complete}</dt>
        <dd>{figures.count(complete)}</dd>
      </div>
      <div>
        <dt>{texts.lastDay}</dt>
        <dd>{lastDay === null ? texts.none : figures.day(lastDay)}</dd>
      </div>
    </dl>
  );
}
