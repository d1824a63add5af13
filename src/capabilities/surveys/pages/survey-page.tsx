import type { VNode } from 'preact';
import { ButtonLink, EmptyState, Notice, StaffPage } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownResults } from '../results/suppression.ts';
import type { Page } from './page.ts';
import { publishPath } from '../publishing/pages/publish-page.tsx';
import { PUBLISHING } from '../publishing/pages/texts.ts';
import { QuestionSection } from './question-section.tsx';
import { surveyStyles } from './styles.ts';
import type { SurveyTexts } from './texts.fr.ts';

interface SurveyPageProps {
  page: Page;
  survey: SurveyOutline;
  results: ShownResults;
  /** The reader's role may see open answers. */
  readsTexts: boolean;
  /** The reader's role may publish results. */
  publishes: boolean;
}

/** One survey: who took part, then each question with its chart and its table. */
export function SurveyPage({ page, survey, results, readsTexts, publishes }: SurveyPageProps): VNode {
  const { ctx, texts, words } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={words.title(survey)}
      titleLang={words.lang}
      lead={texts.method}
      styles={surveyStyles}
    >
      <p>
        <a href="/staff/surveys">{texts.back}</a>
      </p>
      {results.rehearsal ? <Notice tone="info">{texts.rehearsal}</Notice> : null}
      <Facts page={page} results={results} />
      {publishes ? (
        <p>
          <a href={publishPath(survey.id)}>{PUBLISHING[ctx.frame.lang].link}</a>
        </p>
      ) : null}
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
            key={`${question.question} ${question.type} ${question.version ?? ''}`}
            page={page}
            survey={survey}
            question={question}
            position={index + 1}
            readsTexts={readsTexts}
            rehearsal={results.rehearsal}
          />
        ))
      )}
      {results.started === 0 ? null : <HowToRead texts={texts} shared={results.shared !== 0} />}
    </StaffPage>
  );
}

function HowToRead({ texts, shared }: { texts: SurveyTexts; shared: boolean }): VNode {
  return (
    <section aria-labelledby="lire">
      <h2 id="lire">{texts.howToRead}</h2>
      <ul class="how-to-read">
        <li>{texts.readBase}</li>
        <li>{texts.readUnanswered}</li>
        <li>{texts.readHidden}</li>
        {shared ? <li>{texts.readShared}</li> : null}
      </ul>
    </section>
  );
}

function Facts({ page: { texts, figures }, results }: { page: Page; results: ShownResults }): VNode {
  const { started, complete, lastDay, shared } = results;
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
      {shared === 0 ? null : (
        <div>
          <dt>{texts.shared}</dt>
          <dd>{shared === null ? texts.masked : figures.count(shared)}</dd>
        </div>
      )}
    </dl>
  );
}
