import type { VNode } from 'preact';
import { Table } from '../../../web/kit/index.ts';
import { countWords, languageWords, type Page, placeWords } from '../pages/page.ts';
import type { Part, RatingFigures, Split } from './figures.ts';
import { RATING_WORDS } from './words.ts';

/** What readers said of an item, by language and by region; a section of its page. */
export function RatingsSection({ page, figures }: { page: Page; figures: RatingFigures }): VNode {
  const words = RATING_WORDS[page.ctx.frame.lang];
  const { any, all, byLang, byRegion } = figures;
  return (
    <section aria-labelledby="avis">
      <h2 id="avis">{words.title}</h2>
      {!any ? <p>{words.none}</p> : all === null ? <p>{words.few}</p> : null}
      {all === null ? null : (
        <>
          <SplitTable
            page={page}
            id="avis-langues"
            header={words.lang}
            lines={[
              { label: words.all, split: all },
              ...byLang.map((part) => lineOf(part, languageWords(page, part.key))),
            ]}
          />
          <SplitTable
            page={page}
            id="avis-regions"
            header={words.region}
            lines={byRegion.map((part) =>
              lineOf(part, part.key === '' ? words.unknown : placeWords(page, part.key)),
            )}
          />
          {[...byLang, ...byRegion].some(({ split }) => split === null) ? (
            <p class="soft">{words.note}</p>
          ) : null}
        </>
      )}
    </section>
  );
}

interface Line {
  label: string;
  split: Split | null;
}

const lineOf = ({ split }: Part, label: string): Line => ({ label, split });

function SplitTable({
  page,
  id,
  header,
  lines,
}: {
  page: Page;
  id: string;
  header: string;
  lines: readonly Line[];
}): VNode {
  const words = RATING_WORDS[page.ctx.frame.lang];
  const count = (n: number | undefined): string => (n === undefined ? words.hidden : countWords(page, n));
  return (
    <Table
      id={id}
      caption={`${words.title} · ${header}`}
      captionUnseen
      rows={lines}
      columns={[
        { key: 'label', header, names: true, cell: ({ label }: Line) => label },
        {
          key: 'useful',
          header: words.useful,
          numeric: true,
          cell: ({ split }: Line) => count(split?.useful),
        },
        { key: 'not', header: words.not, numeric: true, cell: ({ split }: Line) => count(split?.not) },
        {
          key: 'share',
          header: words.share,
          numeric: true,
          cell: ({ split }: Line) => shareWords(page, split),
        },
      ]}
    />
  );
}

function shareWords(page: Page, split: Split | null): string {
  const of = split === null ? 0 : split.useful + split.not;
  return split === null || of === 0 ? '–' : `${countWords(page, Math.round((100 * split.useful) / of))} %`;
}
