import type { VNode } from 'preact';
import { EmptyState, type Found, type ListColumn, ListTable, StaffPage } from '../../../../web/kit/index.ts';
import type { EditionLine } from '../ports.ts';
import { draftPath, EDITIONS, editionPath, type PublishingPage } from './page.ts';
import { whoPublished } from './who.ts';
import { publishingStyles } from './styles.ts';

/** More flows than these are told by their number. */
const NAMED = 4;

/** Every publication: who, when, why, and what it changed. */
export function EditionsPage({
  page,
  found,
  newest,
}: {
  page: PublishingPage;
  found: Found<EditionLine>;
  /** Number of the one that is published. */
  newest: number | undefined;
}): VNode {
  const { ctx, words } = page;
  return (
    <StaffPage {...ctx.frame} title={words.editionsTitle} lead={words.editionsLead} styles={publishingStyles}>
      <p class="flow-ways">
        <a href="/staff/flows">{words.toFlows}</a>
        <a href={draftPath()}>{words.seeDraft}</a>
      </p>
      {found.total === 0 ? (
        <EmptyState title={words.noEditionsTitle}>
          <p>{words.noEditions}</p>
        </EmptyState>
      ) : (
        <ListTable
          id="editions"
          caption={words.editionsTitle}
          captionUnseen
          path={EDITIONS}
          file={EDITIONS}
          columns={editionColumns(page, newest)}
          found={found}
        />
      )}
    </StaffPage>
  );
}

/** What the list and its file say of an edition. */
export function editionColumns(page: PublishingPage, newest: number | undefined): ListColumn<EditionLine>[] {
  const { words, figures } = page;
  const changed = ({ changes }: EditionLine): string =>
    changes.length > NAMED
      ? words.changesOf(changes.length)
      : changes.map(({ flow, kind }) => `${flow} (${words.states[kind]})`).join(', ');
  return [
    {
      key: 'edition',
      header: words.edition,
      names: true,
      cell: ({ n }) => (
        <>
          <a href={editionPath(n)}>{n}</a>{' '}
          {n === newest ? <span class="change change-new">{words.current}</span> : null}
        </>
      ),
      text: ({ n }) => String(n),
    },
    textColumn('when', words.when, ({ at }) => figures.moment(at)),
    textColumn('who', words.who, (edition) => whoPublished(page, edition)),
    sentenceColumn(
      'why',
      words.why,
      ({ why, back }) =>
        [back === undefined ? '' : words.cameBack(back), why ?? ''].filter(Boolean).join('. ') || words.noWhy,
    ),
    sentenceColumn('changed', words.changed, changed),
  ];
}

const textColumn = (
  key: string,
  header: string,
  text: (edition: EditionLine) => string,
): ListColumn<EditionLine> => ({ key, header, text, cell: text });

const sentenceColumn = (...given: Parameters<typeof textColumn>): ListColumn<EditionLine> => {
  const column = textColumn(...given);
  return { ...column, cell: (edition) => <span class="sentence">{column.cell(edition)}</span> };
};
