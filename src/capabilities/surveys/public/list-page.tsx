import type { VNode } from 'preact';
import { dayOf } from '../../../domain/clock.ts';
import { dayWords, langOf, plainly, type PublicContext, PublicPage, Say } from '../../../web/public/index.ts';
import type { Publication } from '../publishing/publication.ts';
import { resultPath } from './result-page.tsx';
import { resultStyles } from './styles.ts';
import { grouped } from './told.tsx';
import { RESULTS_WORDS } from './words.ts';

/** The surveys whose results are published, the newest first. */
export function ResultsPage({ ctx, list }: { ctx: PublicContext; list: readonly Publication[] }): VNode {
  const { lang } = ctx;
  const words = RESULTS_WORDS[lang];
  return (
    <PublicPage
      {...ctx.frame}
      title={words.title}
      lead={<Say of={words.lead} />}
      description={plainly(words.about)}
      canonical="/results"
      styles={resultStyles}
    >
      {list.length === 0 ? (
        <p>
          <Say of={words.none} />
        </p>
      ) : (
        <ul class="told-list">
          {list.map(({ survey, table, published }) => (
            <li key={survey} class="card">
              <h2 lang={langOf(table.title[lang])} dir="auto">
                <a href={ctx.to(resultPath(survey))}>{plainly(table.title[lang])}</a>
              </h2>
              <p class="soft">
                <Say of={words.people(grouped(table.least))} />
                {' · '}
                <Say of={dayWords(lang, dayOf(published?.at ?? 0))} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </PublicPage>
  );
}
