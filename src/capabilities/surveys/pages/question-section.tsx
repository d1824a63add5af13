import type { VNode } from 'preact';
import { isClassA } from '../../../engine/types.ts';
import { isFile } from '../answer.ts';
import type { SurveyOutline } from '../outline.ts';
import { placeQuestion } from '../results/regional.ts';
import { type ShownQuestion, STAFF_K } from '../results/suppression.ts';
import { ChartAndTable } from './chart-and-table.tsx';
import { foreignLang, type Page } from './page.ts';
import { questionTable } from './question-table.ts';

interface QuestionSectionProps {
  page: Page;
  survey: SurveyOutline;
  question: ShownQuestion;
  /** Counted from 1. */
  position: number;
  readsTexts: boolean;
  rehearsal: boolean;
}

/** One question of a survey, as it was asked, with its base, chart and table. */
export function QuestionSection(props: QuestionSectionProps): VNode {
  const { page, survey, question, position, rehearsal } = props;
  const { texts, figures, words } = page;
  const title = words.question(survey, question.question, question.current);
  return (
    <section class="question" aria-labelledby={`q${position}`}>
      <h2 id={`q${position}`}>
        {position}. <span lang={words.lang}>{title}</span>
      </h2>
      <p class="question-base">
        {question.current ? null : `${texts.past} · `}
        <span class="one-line">{texts.baseOf(figures.count(question.n), question.n)}</span> ·{' '}
        <span class="one-line">{texts.unansweredOf(figures.count(question.unanswered))}</span>
      </p>
      {!question.current && survey.questions.some(({ key }) => key === question.question) ? (
        <p>{texts.askedOtherwise}</p>
      ) : null}
      {!rehearsal && !isClassA(question.type) && question.n > 0 && question.n < STAFF_K ? (
        <p>{texts.tooFew(STAFF_K - question.n)}</p>
      ) : null}
      {isClassA(question.type) ? <OpenAnswers {...props} /> : <ClosedAnswers {...props} title={title} />}
    </section>
  );
}

function ClosedAnswers({
  page,
  survey,
  question,
  position,
  title,
}: QuestionSectionProps & { title: string }): VNode {
  const table = questionTable(page, survey, question);
  const note = { multi: page.texts.several, rank: page.texts.order }[question.type as string];
  return (
    <>
      <Numbers page={page} question={question} />
      {note === undefined ? null : <p>{note}</p>}
      <ChartAndTable {...{ page, survey, question, position, title, table }}>
        {hasRegions(page, survey, question) ? (
          <p>
            <a href={`${pathOf(survey, question)}/regions`}>
              {page.texts.cross.link}
              <span class="unseen">
                {' '}
                (<span lang={foreignLang(page)}>{title}</span>)
              </span>
            </a>
          </p>
        ) : null}
        <p>
          <a href={`${pathOf(survey, question)}/table.csv${versionOf(question)}`}>
            {page.texts.csv}
            <span class="unseen">
              {' '}
              (<span lang={foreignLang(page)}>{title}</span>)
            </span>
          </a>
        </p>
      </ChartAndTable>
    </>
  );
}

function Numbers({
  page: { texts, figures },
  question: { numbers },
}: {
  page: Page;
  question: ShownQuestion;
}): VNode | null {
  if (numbers === undefined) return null;
  return (
    <dl class="facts">
      {(['min', 'median', 'mean', 'max'] as const).map((key) => (
        <div key={key}>
          <dt>{texts[key]}</dt>
          <dd>{numbers[key] === null ? texts.masked : figures.number(numbers[key])}</dd>
        </div>
      ))}
    </dl>
  );
}

function OpenAnswers({ page: { texts }, survey, question, readsTexts }: QuestionSectionProps): VNode | null {
  const file = isFile(question.type);
  if (question.type !== 'text' && !file) return <p>{texts.neverShown}</p>;
  if (!readsTexts) return <p>{file ? texts.filesClosed : texts.textsClosed}</p>;
  if (question.n === 0) return null;
  const read =
    question.type === 'voice' ? texts.hear : question.type === 'photo' ? texts.see : texts.readTexts;
  return (
    <p>
      <a href={`${pathOf(survey, question)}/${file ? 'files' : 'texts'}`}>{read}</a>
    </p>
  );
}

/** What is shared with another organisation are the figures of the whole. */
const hasRegions = ({ guest }: Page, survey: SurveyOutline, { type, current, n }: ShownQuestion): boolean =>
  current && n > 0 && type !== 'place' && placeQuestion(survey) !== undefined && !guest;

const versionOf = ({ version }: ShownQuestion): string =>
  version === undefined ? '' : `?version=${encodeURIComponent(version)}`;

const pathOf = ({ id }: SurveyOutline, { question }: ShownQuestion): string =>
  `/staff/surveys/${encodeURIComponent(id)}/questions/${encodeURIComponent(question)}`;
