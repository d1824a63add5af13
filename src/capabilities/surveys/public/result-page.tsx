import type { VNode } from 'preact';
import { dayOf } from '../../../domain/clock.ts';
import {
  dayWords,
  Facts,
  inLang,
  langOf,
  plainly,
  type PublicContext,
  type PublicLang,
  PublicNotice,
  PublicPage,
  Say,
  ShareWays,
} from '../../../web/public/index.ts';
import { CARD_HEIGHT, CARD_WIDTH, type PlainCard } from '../../updates/index.ts';
import type { Publication } from '../publishing/publication.ts';
import { resultStyles } from './styles.ts';
import { grouped, Told } from './told.tsx';
import { RESULTS_WORDS, type ResultsWords } from './words.ts';

interface ResultProps {
  ctx: PublicContext;
  publication: Publication;
}

/** What was published of one survey last: frozen figures with their day, and how they were made. */
export function ResultPage({ ctx, publication }: ResultProps): VNode {
  const { lang, frame } = ctx;
  const words = RESULTS_WORDS[lang];
  const { table, demo } = publication;
  const title = table.title[lang];
  const text = plainly(shareText(publication, ctx));
  return (
    <PublicPage
      {...frame}
      title={title}
      titleLang={langOf(title)}
      lead={<Say of={words.describes} />}
      description={text}
      canonical={resultPath(table.survey)}
      image={{
        ...{ path: cardPath(publication, lang), width: CARD_WIDTH, height: CARD_HEIGHT },
        alt: `${plainly(words.card.badge)} · ${text}`,
      }}
      styles={resultStyles}
      above={<Back ctx={ctx} />}
    >
      {demo ? (
        <PublicNotice lang={lang} tone="warning">
          <p>
            <Say of={words.demo} />
          </p>
        </PublicNotice>
      ) : null}
      <Overview ctx={ctx} publication={publication} />
      <Told table={table} lang={lang} />
      <Method words={words} />
      {demo ? null : (
        <ShareWays
          lang={lang}
          text={`${text}\n${addressOf(publication, ctx)}`}
          url={addressOf(publication, ctx)}
          card={cardPath(publication, lang)}
        />
      )}
    </PublicPage>
  );
}

export const resultPath = (survey: string): string => `/results/${encodeURIComponent(survey)}`;

/** Its picture changes with the edition, so the address does. */
const cardPath = ({ survey, edition }: Publication, lang: PublicLang): string =>
  `${resultPath(survey)}/card.png?lang=${lang}&v=${String(edition ?? 0)}`;

/** What its card says: the survey, how many, and when. */
export function cardOf({ survey, table }: Publication, lang: PublicLang, publicUrl: string): PlainCard {
  const words = RESULTS_WORDS[lang];
  return {
    ...{
      badge: plainly(words.card.badge),
      title: plainly(table.title[lang]),
      link: plainly(words.card.link),
    },
    who: plainly(words.people(grouped(table.least))),
    when: plainly(words.days(dayWords(lang, table.since), dayWords(lang, table.until))),
    url: `${publicUrl}${inLang(resultPath(survey), lang)}`,
  };
}

const addressOf = ({ survey }: Publication, ctx: PublicContext): string =>
  `${ctx.frame.publicUrl}${ctx.to(resultPath(survey))}`;

const shareText = ({ table }: Publication, { lang }: PublicContext) =>
  RESULTS_WORDS[lang].shareText(
    plainly(table.title[lang]),
    grouped(table.least),
    dayWords(lang, table.until),
  );

/** What was taken away says so, and nothing of what it said. */
export function WithdrawnPage({ ctx, publication }: ResultProps): VNode {
  const words = RESULTS_WORDS[ctx.lang];
  const day = dayOf(publication.withdrawn?.at ?? 0);
  return (
    <PublicPage
      {...ctx.frame}
      title={words.withdrawn.title}
      canonical={resultPath(publication.survey)}
      above={<Back ctx={ctx} />}
    >
      <p>
        <Say of={publication.table.title[ctx.lang]} />
      </p>
      <p>
        <Say of={words.withdrawn.when(dayWords(ctx.lang, day))} />
      </p>
    </PublicPage>
  );
}

function Back({ ctx }: { ctx: PublicContext }): VNode {
  const { back } = RESULTS_WORDS[ctx.lang];
  return (
    <p>
      <a href={ctx.to('/results')} lang={langOf(back)}>
        {plainly(back)}
      </a>
    </p>
  );
}

function Overview({ ctx: { lang }, publication: { table, published, edition } }: ResultProps): VNode {
  const words = RESULTS_WORDS[lang];
  const day = dayOf(published?.at ?? 0);
  return (
    <>
      <Facts
        rows={[
          [words.facts.people, <Say of={words.people(grouped(table.least))} />],
          [
            words.facts.days,
            <Say of={words.days(dayWords(lang, table.since), dayWords(lang, table.until))} />,
          ],
          [words.facts.frozen, <time dateTime={day}>{dayWords(lang, day)}</time>],
          [words.facts.edition, <>{String(edition ?? 1)}</>],
        ]}
      />
      <p class="soft">
        <Say of={words.frozen} />
      </p>
    </>
  );
}

function Method({ words: { method } }: { words: ResultsWords }): VNode {
  const { title, ...notes } = method;
  return (
    <section aria-labelledby="methode">
      <h2 id="methode" lang={langOf(title)}>
        {plainly(title)}
      </h2>
      <ul>
        {Object.values(notes).map((note) => (
          <li key={plainly(note)}>
            <Say of={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}
