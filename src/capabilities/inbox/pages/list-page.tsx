import type { VNode } from 'preact';
import { ButtonLink, EmptyState, Live, liveScripts, StaffPage } from '../../../web/kit/index.ts';
import type { InboxCounts, ThreadFilter, ThreadPage } from '../ports.ts';
import { Filters } from './filters.tsx';
import { isNarrow, listPath } from './filter.ts';
import { INBOX_PATH, numberWords, type Page } from './page.ts';
import { Queues } from './queues.tsx';
import { inboxStyles } from './styles.ts';
import { ThreadRow } from './thread-row.tsx';

/** Without scripts the browser looks again by itself: nobody types more here than a choice. */
const LOOK_AGAIN_S = 60;

export interface ListPageProps {
  page: Page;
  filter: ThreadFilter;
  found: ThreadPage;
  counts: InboxCounts;
  tags: readonly string[];
  /** The stream's, read before the rest. */
  mark: string;
}

/** Who waits, the most pressing first. Nothing anybody wrote stands here, and nobody's name. */
export function ListPage(props: ListPageProps): VNode {
  const { page, filter, found, counts, mark } = props;
  const { ctx, texts } = page;
  const here = listPath(filter, found.page);
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.menu}
      lead={texts.lead}
      styles={inboxStyles}
      scripts={liveScripts}
      againUnscripted={LOOK_AGAIN_S}
    >
      <Queues page={page} filter={filter} counts={counts} />
      <Filters {...props} />
      <Live id="fils" stream={`${INBOX_PATH}/live`} mark={mark} page={here} also={['files']}>
        {found.total === 0 ? <Nothing page={page} filter={filter} /> : <Threads page={page} found={found} />}
        <Pages page={page} filter={filter} found={found} />
      </Live>
      <p class="look-again">
        <ButtonLink look="quiet" href={here}>
          {texts.lookAgain}
        </ButtonLink>
      </p>
    </StaffPage>
  );
}

function Threads({ page, found }: { page: Page; found: ThreadPage }): VNode {
  return (
    <section aria-labelledby="combien">
      <h2 id="combien" class="thread-count">
        <span role="status">{page.texts.countOf(numberWords(page, found.total), found.total)}</span>
      </h2>
      <ul class="threads">
        {found.threads.map((thread) => (
          <ThreadRow key={thread.id} page={page} thread={thread} />
        ))}
      </ul>
    </section>
  );
}

function Nothing({ page: { texts }, filter }: { page: Page; filter: ThreadFilter }): VNode {
  const { none } = texts;
  const [title, what] = filter.queue === undefined ? [none.all, none.allWhat] : none.queues[filter.queue];
  return (
    <EmptyState title={title}>
      <p>{isNarrow(filter) ? none.filtered : what}</p>
      {isNarrow(filter) ? (
        <p>
          <a href={listPath({ queue: filter.queue })}>{texts.filters.clear}</a>
        </p>
      ) : null}
    </EmptyState>
  );
}

function Pages({ page, filter, found }: Pick<ListPageProps, 'page' | 'filter' | 'found'>): VNode | null {
  const { texts } = page;
  if (found.pages < 2) return null;
  return (
    <nav class="thread-pages" aria-label={texts.pages}>
      {found.page > 1 ? (
        <a rel="prev" href={listPath(filter, found.page - 1)}>
          {texts.previous}
        </a>
      ) : null}
      <p>{texts.pageOf(numberWords(page, found.page), numberWords(page, found.pages))}</p>
      {found.page < found.pages ? (
        <a rel="next" href={listPath(filter, found.page + 1)}>
          {texts.next}
        </a>
      ) : null}
    </nav>
  );
}
