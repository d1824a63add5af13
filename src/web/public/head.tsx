import type { VNode } from 'preact';
import type { Asset } from '../kit/index.ts';
import { inLang, plainly, PUBLIC_LANGS, type PublicLang } from './languages.ts';
import { lastSeenScripts } from './last-seen.ts';
import { publicStyles } from './styles.ts';
import { PUBLIC } from './words.ts';

/** The picture a message with the page's link shows. */
export interface PageImage {
  /** A path of ours. */
  path: string;
  width: number;
  height: number;
  alt: string;
}

export interface HeadProps {
  title: string;
  lang: PublicLang;
  publicUrl: string;
  /** The page's own path, without a language: what links and search engines keep. */
  canonical?: string;
  description?: string;
  image?: PageImage;
  styles?: readonly Asset[];
  /** Read by programs beside the page, e.g. schema.org. */
  jsonLd?: object;
}

/** What browsers, search engines and messengers read of a page. */
export function Head(props: HeadProps): VNode {
  const { title, lang, publicUrl, canonical, image, jsonLd, styles = [] } = props;
  const words = PUBLIC[lang];
  const description = props.description ?? plainly(words.about);
  const whole = (path: string, of: PublicLang = lang): string => `${publicUrl}${inLang(path, of)}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#0c5a4a" />
      <title>{`${title} · ${plainly(words.brand)}`}</title>
      <meta name="description" content={description} />
      <meta property="og:site_name" content={plainly(words.brand)} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={lang === 'bm' ? 'bm_ML' : 'fr_FR'} />
      {canonical === undefined ? null : (
        <>
          <link rel="canonical" href={whole(canonical)} />
          <meta property="og:type" content="article" />
          <meta property="og:url" content={whole(canonical)} />
          {PUBLIC_LANGS.map((each) => (
            <link key={each} rel="alternate" hreflang={each} href={whole(canonical, each)} />
          ))}
        </>
      )}
      {image === undefined ? null : (
        <>
          <meta property="og:image" content={`${publicUrl}${image.path}`} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      <link
        rel="alternate"
        type="application/atom+xml"
        href={inLang('/feed.xml', lang)}
        title={plainly(words.brand)}
      />
      <link rel="icon" href="data:," />
      {[publicStyles, ...styles].map((style) => (
        <link key={style.href} rel="stylesheet" href={style.href} />
      ))}
      {lastSeenScripts.map(({ href }) => (
        <script key={href} src={href} defer />
      ))}
      {jsonLd === undefined ? null : (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(jsonLd) }} />
      )}
    </head>
  );
}

/** JSON that no browser takes for the end of its element, whatever words are in it. */
export const scriptJson = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');
