import type { VNode } from 'preact';
import { useLang, useWords } from '../language-context.ts';
import { LIST } from './texts.ts';

interface ListPagesProps {
  page: number;
  pages: number;
  /** Address of a page. */
  href: (page: number) => string;
}

/** Forward and back through a list that takes more than a page. */
export function ListPages({ page, pages, href }: ListPagesProps): VNode | null {
  const texts = useWords(LIST);
  const number = new Intl.NumberFormat(useLang());
  if (pages <= 1) return null;
  return (
    <nav class="list-pages" aria-label={texts.pages}>
      {page > 1 ? (
        <a rel="prev" href={href(page - 1)}>
          {texts.previous}
        </a>
      ) : null}
      <p>{texts.pageOf(number.format(page), number.format(pages))}</p>
      {page < pages ? (
        <a rel="next" href={href(page + 1)}>
          {texts.next}
        </a>
      ) : null}
    </nav>
  );
}
