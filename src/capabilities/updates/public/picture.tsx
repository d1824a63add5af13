import type { VNode } from 'preact';
import { langOf, plainly } from '../../../web/public/index.ts';
import type { NewsPage } from './page.ts';
import { sizeWords } from './size-words.ts';

/** A picture of an item, as the page shows it. */
export interface PictureFile {
  path: string;
  /** What it shows, in words. */
  alt: string;
  bytes: number;
}

/** Fetched when it is asked for, and what it costs said before: it weighs more than all the rest of the page. */
export function Picture({
  page,
  picture,
  lang,
}: {
  page: NewsPage;
  picture: PictureFile;
  lang: string;
}): VNode {
  const { path, alt, bytes } = picture;
  const label = page.words.picture.show(plainly(sizeWords(page.words, bytes)));
  return (
    <details class="item-picture">
      <summary lang={langOf(label)}>{plainly(label)}</summary>
      <figure lang={lang}>
        <img src={path} alt={alt} loading="lazy" decoding="async" />
        {alt === '' ? null : <figcaption aria-hidden="true">{alt}</figcaption>}
      </figure>
    </details>
  );
}
