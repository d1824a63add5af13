import type { VNode } from 'preact';
import { EmptyState, StaffPage } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { Page } from './page.ts';
import { surveyStyles } from './styles.ts';

interface RegionListPageProps {
  page: Page;
  /** Those that ask for a place. */
  surveys: readonly SurveyOutline[];
  /** Of whoever looks. */
  regions: readonly { slug: string; name: string }[];
}

/** The surveys that tell regions apart, with a link for each region of whoever looks. */
export function RegionListPage({ page, surveys, regions }: RegionListPageProps): VNode {
  const {
    ctx,
    texts: { regional },
    words,
  } = page;
  return (
    <StaffPage {...ctx.frame} title={regional.menu} lead={regional.lead} styles={surveyStyles}>
      {surveys.length === 0 || regions.length === 0 ? (
        <EmptyState title={regional.noneTitle}>
          <p>{regions.length === 0 ? regional.noRegion : regional.none}</p>
        </EmptyState>
      ) : (
        <ul class="cards">
          {surveys.map((survey) => (
            <li key={survey.id}>
              <h2 lang={words.lang}>{words.title(survey)}</h2>
              <p>
                {regions.map(({ slug, name }, index) => (
                  <>
                    {index === 0 ? null : ' · '}
                    <a
                      href={`/staff/region-surveys/${encodeURIComponent(survey.id)}/${encodeURIComponent(slug)}`}
                    >
                      {name}
                      <span class="unseen" lang={words.lang}>
                        {' '}
                        ({words.title(survey)})
                      </span>
                    </a>
                  </>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
