import type { VNode } from 'preact';
import { plainly, Say } from '../../../web/public/index.ts';
import type { NewsPage } from './page.ts';

interface PagerProps {
  page: NewsPage;
  at: number;
  pages: number;
  /** The address of a page of the list. */
  to: (at: number) => string;
}

/** Forward and back through a list that takes more than a page. */
export function Pager({ page: { words }, at, pages, to }: PagerProps): VNode | null {
  if (pages === 1) return null;
  return (
    <nav class="pager" aria-label={plainly(words.pages)}>
      {at > 1 ? (
        <a class="button button-quiet" rel="prev" href={to(at - 1)}>
          <Say of={words.newer} />
        </a>
      ) : (
        <span />
      )}
      <span class="soft">
        <Say of={words.pageOf(String(at), String(pages))} />
      </span>
      {at < pages ? (
        <a class="button button-quiet" rel="next" href={to(at + 1)}>
          <Say of={words.older} />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
