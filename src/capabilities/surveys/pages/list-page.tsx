import type { VNode } from 'preact';
import { ButtonLink, EmptyState, StaffPage, Table } from '../../../web/kit/index.ts';
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
        <SurveyTable page={page} surveys={surveys} />
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

function SurveyTable({ page: { texts, figures, words }, surveys }: ListPageProps): VNode {
  return (
    <Table
      id="surveys"
      caption={texts.menu}
      captionUnseen
      rows={surveys}
      columns={[
        {
          key: 'title',
          header: texts.survey,
          names: true,
          cell: ({ outline }) => (
            <a href={`/staff/surveys/${encodeURIComponent(outline.id)}`}>{words.title(outline)}</a>
          ),
        },
        {
          key: 'started',
          header: texts.started,
          numeric: true,
          cell: ({ participation }) => figures.count(participation.started),
        },
        {
          key: 'complete',
          header: texts.complete,
          numeric: true,
          cell: ({ participation }) => figures.count(participation.complete),
        },
        {
          key: 'day',
          header: texts.lastDay,
          cell: ({ participation: { lastDay } }) => (lastDay === null ? texts.none : figures.day(lastDay)),
        },
      ]}
    />
  );
}
