import type { VNode } from 'preact';
import type { Page } from './page.ts';

interface PagesProps {
  page: Page;
  found: { page: number; pages: number };
}

/** Forward and back through a list that takes more than a page. */
export function Pages({ page: { texts, figures }, found: { page, pages } }: PagesProps): VNode | null {
  if (pages === 1) return null;
  return (
    <nav class="pages" aria-label={texts.pages}>
      {page > 1 ? (
        <a rel="prev" href={`?page=${page - 1}`}>
          {texts.previous}
        </a>
      ) : null}
      <p>{texts.pageOf(figures.count(page), figures.count(pages))}</p>
      {page < pages ? (
        <a rel="next" href={`?page=${page + 1}`}>
          {texts.next}
        </a>
      ) : null}
    </nav>
  );
}
