import type { VNode } from 'preact';
import { Notice, StaffPage } from '../../../web/kit/index.ts';
import { HeatTable, StackedBars, type StackShare } from '../../../web/kit/charts/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownCategory, ShownQuestion } from '../results/suppression.ts';
import { foreignLang, type Page } from './page.ts';
import { surveyStyles } from './styles.ts';

/** More parts of a bar are told apart by nobody. */
const MOST_PARTS = 6;

interface CrossPageProps {
  page: Page;
  survey: SurveyOutline;
  question: string;
  /** Regions with what their people answered to it, in the order of the page. */
  regions: readonly { name: string; question: ShownQuestion }[];
  rehearsal: boolean;
}

/** One question by region: a bar for each, and the same as a table. */
export function CrossPage({ page, survey, question, regions, rehearsal }: CrossPageProps): VNode {
  const { ctx, texts, figures, words } = page;
  const title = words.question(survey, question, true);
  const lines = regions[0]?.question.categories ?? [];
  const asked = { key: question, type: regions[0]?.question.type ?? ('choice' as const) };
  const names = lines.map((line) => words.line(survey, asked, line));
  const rows = regions.map(({ name, question: { n, categories } }) => ({
    ...{ label: name, base: figures.count(n) },
    cells: categories.map((line) => cellOf(page, line)),
  }));
  return (
    <StaffPage
      {...ctx.frame}
      title={title}
      titleLang={words.lang}
      lead={texts.cross.lead}
      styles={surveyStyles}
    >
      <p>
        <a href={`/staff/surveys/${encodeURIComponent(survey.id)}`}>{texts.cross.back}</a>
      </p>
      {rehearsal ? <Notice tone="info">{texts.rehearsal}</Notice> : null}
      <div lang={foreignLang(page)}>
        {asked.type !== 'multi' && lines.length <= MOST_PARTS ? (
          <StackedBars
            title={title}
            parts={lines.map(({ withoutPosition }, at) => ({
              label: names[at] ?? '',
              soft: withoutPosition,
            }))}
            stacks={rows.map(({ label, base, cells }) => ({ label, base, shares: cells }))}
          />
        ) : null}
        <HeatTable
          id="par-region"
          caption={title}
          corner={texts.region}
          columns={names}
          rows={rows}
          most={1}
        />
      </div>
      <ul class="how-to-read">
        <li>{texts.regional.readBase}</li>
        <li>{texts.regional.readHidden}</li>
      </ul>
    </StaffPage>
  );
}

function cellOf({ figures, texts }: Page, line: ShownCategory): StackShare {
  if (line.count === null) return { share: null, value: texts.masked };
  return { share: line.share, value: figures.share(line.share) };
}
