import type { VNode } from 'preact';

/** A picture of an item, as the page shows it. */
export interface PictureFile {
  path: string;
  alt: string;
  width?: number;
  height?: number;
}

/** Fetched when it comes into view: whoever only reads does not pay for it. */
export function Picture({ picture, lang }: { picture: PictureFile; lang: string }): VNode {
  const { path, alt, width, height } = picture;
  return (
    <figure class="item-picture" lang={lang}>
      <img src={path} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
    </figure>
  );
}
