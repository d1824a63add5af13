import type { VNode } from 'preact';
import { EmptyState, StaffPage } from '../../../web/kit/index.ts';
import type { Heard, ListedPage } from '../reader.ts';
import { aboutFile, countWords, filePath, type Page } from './page.ts';
import { mediaStyles } from './styles.ts';

/** Voices and photos that are no answers to a survey, a page at a time. */
export function ListPage({ page, found }: { page: Page; found: ListedPage }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={mediaStyles}>
      {found.total === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="voix">
          <h2 id="voix">{texts.countOf(countWords(page, found.total), found.total)}</h2>
          <ul class="sent">
            {found.files.map((file) => (
              <Row key={file.card.id} page={page} file={file} />
            ))}
          </ul>
        </section>
      )}
      <Pages page={page} found={found} />
    </StaffPage>
  );
}

function Row({ page, file: { card, words } }: { page: Page; file: Heard }): VNode {
  const voice = card.media === 'voice';
  return (
    <li>
      <a href={filePath(card.id)}>{voice ? page.texts.listen : page.texts.show}</a>
      <p class="sent-of">{aboutFile(page, card)}</p>
      {voice ? (
        <p class="sent-words" lang={words === null ? undefined : card.lang} dir="auto">
          {words ?? page.texts.notTranscribed}
        </p>
      ) : null}
    </li>
  );
}

function Pages({ page, found }: { page: Page; found: ListedPage }): VNode | null {
  const { texts } = page;
  if (found.pages === 1) return null;
  return (
    <nav class="sent-pages" aria-label={texts.pages}>
      {found.page > 1 ? (
        <a rel="prev" href={`?page=${found.page - 1}`}>
          {texts.previous}
        </a>
      ) : null}
      <p>{texts.pageOf(countWords(page, found.page), countWords(page, found.pages))}</p>
      {found.page < found.pages ? (
        <a rel="next" href={`?page=${found.page + 1}`}>
          {texts.next}
        </a>
      ) : null}
    </nav>
  );
}
