import type { VNode } from 'preact';
import {
  inBoth,
  langOf,
  plainly,
  PublicPage,
  type PublicContext,
  type PublicWords,
  Say,
} from '../../../web/public/index.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { Office } from '../offices/office.ts';
import type { OfficeFigures } from '../questions/figures.ts';
import { type Explainer, textFor } from '../shelf/explainer.ts';
import { QUESTIONS_PAGE_BM } from './words.bm.ts';
import { QUESTIONS_PAGE_FR } from './words.fr.ts';

export const QUESTIONS_PAGE = inBoth(QUESTIONS_PAGE_FR, QUESTIONS_PAGE_BM);
type Words = PublicWords<typeof QUESTIONS_PAGE_FR>;

export interface QuestionsShown {
  explainers: readonly Explainer[];
  offices: readonly Office[];
  figures: readonly OfficeFigures[];
  /** Below so many questions nothing is told of an office. */
  smallest: number;
  /** The figures are of so many days. */
  days: number;
}

/** Approved answers with their sources, and how each office keeps its promise. */
export function QuestionsPage({ ctx, shown }: { ctx: PublicContext; shown: QuestionsShown }): VNode {
  const words = QUESTIONS_PAGE[ctx.lang];
  const names = new Map(shown.offices.map(({ id, name }) => [id, name]));
  return (
    <PublicPage {...ctx.frame} title={words.title} lead={<Say of={words.lead} />}>
      <p>
        <Say of={words.ask} />
      </p>
      {shown.explainers.length === 0 ? (
        <p>
          <Say of={words.none} />
        </p>
      ) : (
        shown.explainers.map((each) => (
          <One key={each.id} ctx={ctx} words={words} each={each} office={names.get(each.office)} />
        ))
      )}
      <Figures words={words} shown={shown} />
    </PublicPage>
  );
}

interface OneProps {
  ctx: PublicContext;
  words: Words;
  each: Explainer;
  office: string | undefined;
}

function One({ ctx, words, each, office }: OneProps): VNode | null {
  const found = textFor(each, ctx.lang);
  if (found === undefined) return null;
  const { lang, text } = found;
  const other = lang === ctx.lang ? undefined : lang;
  return (
    <section aria-labelledby={`q-${each.id}`}>
      <h2 id={`q-${each.id}`} lang={other}>
        {text.question}
      </h2>
      <p lang={other}>{text.answer}</p>
      <p class="soft">
        {other === undefined ? null : (
          <>
            <Say of={words.otherLanguage} />
            <br />
          </>
        )}
        {each.demo ? (
          <>
            <strong>
              <Say of={words.example} />
            </strong>
            {' · '}
          </>
        ) : null}
        <Say of={words.source} />{' '}
        <span lang="fr">{each.link === '' ? each.source : <a href={each.link}>{each.source}</a>}</span>
        <br />
        {office === undefined ? null : (
          <>
            <Say of={words.answersFor} /> <span lang="fr">{office}</span>
            <br />
          </>
        )}
        <Say of={words.checked(dayWords(ctx, each.approvedAt))} />
      </p>
    </section>
  );
}

function Figures({ words, shown }: { words: Words; shown: QuestionsShown }): VNode {
  const { offices, figures, smallest, days } = shown;
  const of = new Map(figures.map(({ office, shown: told }) => [office, told]));
  const head = [words.office, words.promise, words.asked, words.answered, words.median, words.passedOn];
  return (
    <section>
      <h2 id="bureaux" lang={langOf(words.figures)}>
        {plainly(words.figures)}
      </h2>
      {offices.length === 0 ? (
        <p>
          <Say of={words.figuresNone} />
        </p>
      ) : (
        <>
          <p>
            <Say of={words.figuresLead(String(days))} />
          </p>
          <div class="table-box" role="region" aria-labelledby="bureaux" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {head.map((each) => (
                    <th key={plainly(each)} scope="col" lang={langOf(each)}>
                      {plainly(each)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {offices.map((office) => (
                  <tr key={office.id}>
                    <th scope="row" lang="fr">
                      {office.name}
                    </th>
                    <td>
                      <Say of={words.withinDays(String(office.days))} />
                    </td>
                    <Told words={words} told={of.get(office.id)} smallest={smallest} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="soft">
            <Say of={words.passedWhy} />
          </p>
          {smallest > 1 ? (
            <p class="soft">
              <Say of={words.tooFewWhy} />
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

interface ToldProps {
  words: Words;
  /** Absent: nothing was asked of it. `null`: of too few to be told. */
  told: OfficeFigures['shown'] | undefined;
  smallest: number;
}

function Told({ words, told, smallest }: ToldProps): VNode {
  // None and too few look alike: that somebody asked at all is about them too.
  if (told === undefined || told === null)
    return (
      <td colSpan={4}>
        <Say of={words.tooFew(String(smallest))} />
      </td>
    );
  const { asked, answered, medianDays, passed } = told;
  return (
    <>
      <td>{asked}</td>
      <td>{`${String(answered)} (${String(Math.round((100 * answered) / asked))} %)`}</td>
      <td>
        {medianDays === null ? (
          '–'
        ) : (
          <Say of={medianDays === 0 ? words.sameDay : words.withinDays(String(medianDays))} />
        )}
      </td>
      <td>{passed ?? '–'}</td>
    </>
  );
}

/** `12 novembre 2026`, in Bamako. */
const dayWords = ({ lang }: PublicContext, ms: number): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${dayOf(ms)}T00:00:00Z`),
  );
