import type { VNode } from 'preact';
import { BarChart } from '../../../web/kit/charts/index.ts';
import { formatsOf } from '../../../web/kit/index.ts';
import { langOf, plainly, type PublicLang, Say, type Spoken } from '../../../web/public/index.ts';
import type { PublicTable, SaidLine, SaidQuestion } from '../publishing/publication.ts';
import { RESULTS_WORDS, type ResultsWords } from './words.ts';

interface ToldProps {
  table: PublicTable;
  lang: PublicLang;
  /** Of its ids, where a page shows it twice. */
  prefix?: string;
}

/** Every question of a published table: the words it was asked in, its bars, and the table behind them. */
export function Told({ table, lang, prefix = '' }: ToldProps): VNode {
  const words = RESULTS_WORDS[lang];
  return (
    <>
      {table.questions.map((question, at) => (
        <section
          key={question.question}
          class="told-question"
          aria-labelledby={`${prefix}q${String(at + 1)}`}
        >
          <h2 id={`${prefix}q${String(at + 1)}`} lang={langOf(question.words[lang])} dir="auto">
            {plainly(question.words[lang])}
          </h2>
          {question.least === null ? (
            <p class="soft">
              <Say of={words.untold} />
            </p>
          ) : (
            <Answers
              {...{ question, lang, words }}
              least={question.least}
              heading={`${prefix}q${String(at + 1)}`}
            />
          )}
        </section>
      ))}
      {table.open === 0 ? null : (
        <p class="soft">
          <Say of={words.open} />
        </p>
      )}
    </>
  );
}

interface AnswersProps {
  question: SaidQuestion;
  least: number;
  lang: PublicLang;
  words: ResultsWords;
  /** Id of the heading that names it. */
  heading: string;
}

function Answers({ question, least, lang, words, heading }: AnswersProps): VNode {
  const { lines, type, step } = question;
  const notes = [
    words.base(grouped(least)),
    ...(type === 'multi' ? [words.several] : []),
    ...(type === 'rank' ? [words.first] : []),
    ...(step === 5 ? [words.fives] : []),
  ];
  return (
    <>
      <p class="soft">
        {notes.map((note) => (
          <>
            <Say of={note} />{' '}
          </>
        ))}
      </p>
      <BarChart
        title={plainly(question.words[lang])}
        bars={lines.map((line) => ({
          label: plainly(line.words[lang]),
          share: line.percent === null ? null : line.percent / 100,
          value: plainly(percentWords(line, words)),
          soft: line.withoutPosition,
        }))}
      />
      <details>
        <summary lang={langOf(words.table)}>{plainly(words.table)}</summary>
        <div class="table-box" role="region" aria-labelledby={heading} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col" lang={langOf(words.answer)}>
                  {plainly(words.answer)}
                </th>
                <th scope="col" class="numeric" lang={langOf(words.share)}>
                  {plainly(words.share)}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.key}>
                  <th scope="row" lang={langOf(line.words[lang])} dir="auto">
                    {plainly(line.words[lang])}
                  </th>
                  <td class="numeric">
                    <Say of={percentWords(line, words)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {lines.some(({ percent }) => percent === null) ? (
        <p class="soft">
          <Say of={words.hiddenWhy} />
        </p>
      ) : null}
    </>
  );
}

/** `41 %`, with the space French has there. */
function percentWords({ percent }: Pick<SaidLine, 'percent'>, words: ResultsWords): Spoken {
  if (percent === null) return words.hidden;
  if (percent === 0.5) return words.below;
  return percent === 99.5 ? words.above : `${String(percent)}\u00a0%`;
}

/** `1 240` */
export const grouped = (n: number): string => formatsOf('fr').count.format(n);
