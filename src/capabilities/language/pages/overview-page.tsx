import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import { type Column, EmptyState, StaffPage, Table } from '../../../web/kit/index.ts';
import { flowWords, languagePath, languageWords, type Page } from './page.ts';
import { type Counts, type LanguageState, lookQuery, type Show } from './shown.ts';
import { languageStyles } from './styles.ts';

/** Every language: how far it is, and each of its flows. */
export function OverviewPage({ page, states }: { page: Page; states: readonly LanguageState[] }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={languageStyles}>
      {states.length === 0 ? (
        <EmptyState title={texts.nothingTitle}>
          <p>{texts.nothing}</p>
        </EmptyState>
      ) : (
        <>
          <Table
            id="langues"
            caption={texts.language}
            captionUnseen
            columns={[
              {
                key: 'lang',
                header: texts.language,
                names: true,
                cell: ({ lang }: LanguageState) => (
                  <a href={languagePath(lang)}>{languageWords(page, lang)}</a>
                ),
              },
              ...countColumns(page, ({ lang, counts }: LanguageState) => ({ lang, flow: '', counts }), true),
            ]}
            rows={states}
          />
          {states.map((state) => (
            <Flows key={state.lang} page={page} state={state} />
          ))}
        </>
      )}
    </StaffPage>
  );
}

function Flows({ page, state: { lang, flows } }: { page: Page; state: LanguageState }): VNode {
  const { texts } = page;
  type Row = (typeof flows)[number];
  return (
    <section>
      <h2 id={`par-parcours-${lang}`}>{texts.byFlow(languageWords(page, lang))}</h2>
      <Table
        id={`parcours-${lang}`}
        caption={texts.byFlow(languageWords(page, lang))}
        captionUnseen
        columns={[
          {
            key: 'flow',
            header: texts.flow,
            names: true,
            cell: ({ flow }: Row) => (
              <a href={languagePath(lang, lookQuery({ show: 'all', flow, page: 1 }))}>
                {flowWords(page, flow)}
              </a>
            ),
          },
          ...countColumns(page, ({ flow, counts }: Row) => ({ lang, flow, counts }), lang !== page.fallback),
        ]}
        rows={flows}
      />
    </section>
  );
}

interface Counted {
  lang: Lang;
  flow: string;
  counts: Counts;
}

/** What is still to be done leads to where it is done. @param reviewed the rows have something to be reviewed */
function countColumns<Row>(page: Page, of: (row: Row) => Counted, reviewed: boolean): Column<Row>[] {
  const { texts, fallback } = page;
  const column = (key: keyof typeof texts.counts, show?: Show): Column<Row> => ({
    key,
    header: texts.counts[key],
    numeric: true,
    cell(row) {
      const { lang, flow, counts } = of(row);
      if (key !== 'voice' && lang === fallback) return texts.none;
      if (show === undefined || counts[key] === 0) return counts[key];
      return <a href={languagePath(lang, lookQuery({ show, flow, page: 1 }))}>{counts[key]}</a>;
    },
  });
  return [
    { key: 'texts', header: texts.texts, numeric: true, cell: (row) => of(row).counts.texts },
    ...(reviewed ? [column('reviewed'), column('open', 'unreviewed'), column('kept'), column('absent')] : []),
    column('voice', 'voiceless'),
  ];
}
